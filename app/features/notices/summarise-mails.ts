import type { NoticeSummary, UnwrittenNotice } from "#app/platform/db.server.ts";
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

const mostNamed = 50;

/** What could not be written of a run, as it is kept with what the run came to. */
export function unwrittenOf(
  unwritten: readonly { mail: PlannedMail; said: string }[],
): Pick<NoticeSummary, "unwritten"> {
  if (unwritten.length === 0) return {};
  const first = unwritten.slice(0, mostNamed).flatMap(({ mail, said }): UnwrittenNotice[] => {
    const [line] = mail.lines;
    if (!line) return [];
    const { to, about, occasion, step } = line;
    return [{ toPersonId: to.id, personId: about.id, occasion, step, said }];
  });
  return { unwritten: { mails: unwritten.length, first } };
}
