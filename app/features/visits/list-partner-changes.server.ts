import { and, eq, gt } from "drizzle-orm";
import { type Database, evidence, type people, waves } from "#app/platform/db.server.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import { findCurrentReleaseId } from "../programs/find-current-release.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import type { Release } from "../programs/release-content.ts";
import { replayMedia } from "../replays/replay-media.ts";
import { type Change, type ChangeFacts, changesSince } from "./changes-since.ts";

type Given = {
  person: typeof people.$inferSelect;
  /** The release the partner works with now. */
  release: Release;
  since: number;
  now: number;
};

/** What has changed for a partner since an instant, newest first. */
export async function listPartnerChanges(db: Database, { person, release, since, now }: Given): Promise<Change[]> {
  const facts: ChangeFacts = {
    audience: person,
    evidence: await db.read
      .select({ at: evidence.at, body: evidence.body })
      .from(evidence)
      .where(and(eq(evidence.personId, person.id), eq(evidence.kind, "attended"), gt(evidence.at, since))),
    overrides: [],
    waves: await db.read.select().from(waves).where(eq(waves.programId, defaultProgramId)),
    // Grace is about claims, which partners do not make here: it never ends for them.
    certifications: [{ validFrom: 0, validUntil: Number.POSITIVE_INFINITY }],
    lessons: null,
    replays: await readNewReplays(db, release, since),
    claims: [],
    booster: null,
    manager: null,
  };
  return changesSince(facts, { since, now });
}

/** Replays of the release that were not in the one before, or with another recording. */
async function readNewReplays(
  db: Database,
  release: Release,
  since: number,
): Promise<NonNullable<ChangeFacts["replays"]> | null> {
  if (release.publishedAt <= since) return null;
  const before = await findCurrentReleaseId(db.read, { ...release, at: since });
  if (before === null) return null;
  const known = new Set((await listReplays(db, before)).map((replay) => `${replay.id} ${replayMedia(replay)}`));
  const fresh = (await listReplays(db, release.id)).filter((one) => !known.has(`${one.id} ${replayMedia(one)}`));
  return fresh.length === 0 ? null : { publishedAt: release.publishedAt, titles: fresh.map(({ title }) => title) };
}
