import { and, isNotNull, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people } from "#app/platform/db.server.ts";
import { readFirms } from "../firms/read-firms.server.ts";
import { isHere } from "../people/is-here.server.ts";
import type { PeopleFeed } from "../people/people-feed.ts";
import { type PartnerColumn, partnerFeed } from "./partner-feed.ts";

/** The partner feed as it is read now: with the firms that are known, and who came in without it. */
export async function readPartnerFeed({
  db,
  clock,
}: {
  db: Database;
  clock: Clock;
}): Promise<PeopleFeed<PartnerColumn>> {
  const now = clock.now();
  const unlinked = await db.read
    .select({ firmId: people.firmId, emailKey: people.emailKey })
    .from(people)
    .where(and(isNull(people.externalId), isNotNull(people.firmId), isNotNull(people.emailKey), isHere(now)));
  const firms = await readFirms(db.read);
  return partnerFeed({ firms, unlinked: new Set(unlinked.map((one) => `${one.firmId} ${one.emailKey}`)), now });
}
