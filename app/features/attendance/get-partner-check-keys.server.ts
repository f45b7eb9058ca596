import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listPartnerItems } from "../programs/list-partner-items.server.ts";
import type { Item, Release } from "../programs/release-content.ts";

/** What grades a check of this release. Read it before the write, which waits for nothing but queries. */
export async function getPartnerCheckKeys(
  db: Database,
  releaseId: string,
): Promise<{ bank: readonly Item[]; passMark: number }> {
  const release = await getRelease(db, releaseId);
  return { bank: await listPartnerItems(db, releaseId), passMark: requirePartnerCheck(release).passMark };
}

/** The check of a release. Throws not-found for a program whose partners take none. */
export function requirePartnerCheck({ summary }: Release) {
  if (summary.partnerCheck) return summary.partnerCheck;
  throw new AppError("not-found", "This program has no check for partners. Your home page shows your steps.");
}
