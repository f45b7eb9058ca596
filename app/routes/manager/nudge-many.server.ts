import { redirect } from "@remix-run/node";
import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { mostNudgedInBackground } from "#app/features/notices/nudge-limits.ts";
import type { NudgesInput } from "#app/features/notices/nudges-kind.server.ts";
import { findNudged, type PlannedNudge, planNudges } from "#app/features/notices/plan-nudges.server.ts";
import type { Member } from "#app/features/teams/team-member.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";

const chunk = 50;

/** What `shown` makes of the first of many people who would be nudged now; null when nobody would. Asks no more of the others than it must. */
export async function findFirstNudge<T>(
  { db }: Pick<AppContext, "db">,
  { people, now, shown }: { people: readonly Member[]; now: number; shown: (one: PlannedNudge) => T | null },
): Promise<T | null> {
  const here = people.filter(({ onLeave }) => !onLeave);
  const isDone = ({ progress: { done, total } }: Member) => total > 0 && done === total;
  const likelyFirst = [...here.filter((one) => !isDone(one)), ...here.filter(isDone)].map(({ id }) => id);
  const recent = await findNudged(db.read, { personIds: likelyFirst, now });
  const personIds = likelyFirst.filter((id) => !recent.has(id));
  for (let first = 0; first < personIds.length; first += chunk) {
    const planned = await planNudges(db.read, { personIds: personIds.slice(first, first + chunk), now });
    for (const one of planned) {
      const open = one.refusal === null ? shown(one) : null;
      if (open) return open;
    }
    await new Promise((resume) => setImmediate(resume));
  }
  return null;
}

/** `found` are those whom filter and place mean now. */
type Given = NudgesInput & { batchId: string; found: readonly Member[] };

/** Starts the nudges to many people in the background. Posted again it is the same work, and nobody gets two. */
export async function startNudges(
  app: AppContext,
  viewer: Viewer,
  { batchId, words, found, filter, place }: Given,
): Promise<never> {
  if (found.length > mostNudgedInBackground) throw new AppError("validation-failed", "These are too many people.");
  const input: NudgesInput = { filter, place, words };
  throw redirect(
    paths.workItem(await startWork(app, { id: batchId, kind: "nudges", input, personId: viewer.person.id })),
  );
}
