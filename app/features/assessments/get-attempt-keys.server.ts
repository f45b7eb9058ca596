import type { Database } from "#app/platform/db.server.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import type { AttemptKeys } from "./record-attempt-result.server.ts";

/** What grades an attempt of this release. Read it before the write, which waits for nothing but queries. */
export async function getAttemptKeys(db: Database, releaseId: string): Promise<AttemptKeys> {
  const { summary } = await getRelease(db, releaseId);
  return { bank: await listItems(db, releaseId), passMark: summary.assessment.passMark };
}
