import type { NoticeSummary } from "#app/platform/db.server.ts";
import type { PlannedMail } from "./compose-mails.ts";

/** A reminder counts for its step, a mail about a team for its kind. */
export function summariseMails(mails: readonly PlannedMail[]): NoticeSummary {
  const count = (of: (mail: PlannedMail) => string) =>
    [...Map.groupBy(mails, of)]
      .map(([value, those]) => ({ value, mails: those.length }))
      .sort((a, b) => b.mails - a.mails || (a.value < b.value ? -1 : 1));
  return {
    mails: mails.length,
    steps: count(({ kind, lines }) => (kind === "reminder" ? (lines[0]?.step ?? kind) : kind)),
    countries: count(({ to }) => to.country),
    languages: count(({ to }) => to.language),
  };
}
