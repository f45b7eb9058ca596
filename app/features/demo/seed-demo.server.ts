import { desc, eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Database, type ModuleSummary, releases } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { getStory } from "../programs/get-story.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import { listReleaseParts } from "../programs/list-release-parts.server.ts";
import { rebuildStandingFacts } from "../teams/rebuild-standing-facts.server.ts";
import { isDemoSeeded, requireDemoOnly } from "./demo-state.server.ts";
import type { DemoCourse } from "./demo-story.ts";
import { demoTimeline } from "./demo-timeline.ts";
import { seedAccounts } from "./seed-accounts.server.ts";
import { seedFirms } from "./seed-firms.server.ts";
import { seedHistories } from "./seed-histories.server.ts";
import { seedHolds } from "./seed-holds.server.ts";
import { seedPartners } from "./seed-partners.server.ts";
import { seedPeople } from "./seed-people.server.ts";
import { seedWaves } from "./seed-waves.server.ts";

export type DemoPhase = "people" | "histories" | "accounts" | "teams";

type Given = {
  /** People; 40,000 unless given. */
  size?: number;
  onProgress?: (phase: DemoPhase, done: number, total: number) => void;
  signal?: AbortSignal;
};

/**
 * Loads the demo, or goes on where an earlier run was interrupted; false when it was complete already. Every step is
 * either repeatable or leaves a trace by which it is skipped. Throws an AppError when nothing is published, or when
 * the database holds people who are not of the demo.
 */
export async function seedDemo(app: AppContext, given: Given = {}): Promise<boolean> {
  const { db } = app;
  const { size, onProgress = () => {}, signal } = given;
  if (await isDemoSeeded(db.read)) return false;
  await requireDemoOnly(db.read);
  const course = await readCourse(db);
  const until = app.clock.now();
  const openedAt = await seedPeople(db, {
    now: until,
    size,
    onProgress: (done, total) => onProgress("people", done, total),
  });
  await seedFirms(db, { openedAt });
  const timeline = demoTimeline(openedAt);
  await seedWaves(db, { timeline, editionId: course.release.editionId });
  await seedHistories(db, {
    ...{ course, timeline, until, signal },
    onProgress: (done, total) => onProgress("histories", done, total),
  });
  onProgress("accounts", 0, 1);
  await seedHolds(db, { until });
  await seedPartners(db, { openedAt, until, releaseId: course.release.id });
  await seedAccounts(app, { openedAt, until });
  onProgress("accounts", 1, 1);
  await rebuildStandingFacts(db, { onProgress: (done, total) => onProgress("teams", done, total) });
  return true;
}

async function readCourse(db: Database): Promise<DemoCourse> {
  const [newest] = await db.read
    .select({ id: releases.id })
    .from(releases)
    .where(eq(releases.programId, defaultProgramId))
    .orderBy(desc(releases.publishedAt), desc(releases.id))
    .limit(1);
  if (!newest) throw new AppError("conflict", 'Nothing is published yet. Run "cleared content publish" first.');
  const release = await getRelease(db, newest.id);
  const scenarios = await listReleaseParts(db, release.id, "scenario");
  const lessonsOf = (modules: readonly ModuleSummary[]) =>
    [...modules]
      .sort((a, b) => a.order - b.order)
      .map((module) => ({
        module,
        scenarios: module.scenarios.flatMap((id) => scenarios.find((scenario) => scenario.id === id) ?? []),
      }));
  const { modules, managerModules } = release.summary;
  const storyId = release.summary.story?.id;
  const story = storyId === undefined ? null : await getStory(db, release.id, storyId);
  const bank = await listItems(db, release.id);
  return { release, lessons: lessonsOf(modules), duties: lessonsOf(managerModules), bank, story };
}
