import type { Database } from "#app/platform/db.server.ts";
import { findEditionsFor } from "../certification/edition-for-person.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import { replayMedia } from "../replays/replay-media.ts";
import { type PartnerEdition, recordingName } from "./member-progress.ts";

type Given = { db: Database; countries: Iterable<string>; now: number };

/**
 * What partners of each country work on now, by country; null while nothing is published. However many countries they
 * are, the database is asked once an edition.
 */
export async function listPartnerEditions({
  db,
  countries,
  now,
}: Given): Promise<ReadonlyMap<string, PartnerEdition | null>> {
  const codes = [...new Set(countries)];
  const audiences = codes.map((country) => ({ kind: "partner" as const, country }));
  const found = await findEditionsFor(db.read, { audiences, now });
  const made = new Map<string, PartnerEdition>();
  for (const edition of found) {
    if (!edition || made.has(edition.release.id)) continue;
    const { release, editionId } = edition;
    const replays = await listReplays(db, release.id);
    const recordings = new Map(
      replays.map((replay) => [recordingName({ replayId: replay.id, media: replayMedia(replay) }), replay.id]),
    );
    made.set(release.id, { editionId, summary: release.summary, recordings });
  }
  return new Map(codes.map((code, index) => [code, made.get(found[index]?.release.id ?? "") ?? null]));
}
