import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { getRelease } from "../programs/get-release.server.ts";
import type { Release } from "../programs/release-content.ts";
import { describeItems } from "./describe-items.ts";
import { getAnswerSheets } from "./get-answer-sheets.server.ts";
import type { StatisticsReport } from "./item-report.ts";
import type { SheetFilter } from "./tally-answers.ts";

export type ItemStatistics = {
  release: Release;
  /** The instant as of which the answers were read. */
  asOf: number;
  /** Every language and region of which there is a first attempt. */
  languages: string[];
  regions: string[];
  report: StatisticsReport;
};

/** Throws `not-found` for an unknown release. A language or region that nobody has gives a report of no attempts. */
export async function getItemStatistics(
  context: { db: Database; clock: Clock },
  { releaseId, ...filter }: SheetFilter & { releaseId: string },
): Promise<ItemStatistics> {
  const release = await getRelease(context.db, releaseId);
  const { sheets, asOf } = await getAnswerSheets(context, release);
  return {
    ...{ release, asOf, languages: [...sheets.languages].sort(), regions: [...sheets.regions].sort() },
    report: describeItems(sheets, filter),
  };
}
