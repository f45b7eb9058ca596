import type { CheckedFeed } from "./check-feed.ts";
import type { Comparison, PersonChange } from "./compare-people.ts";
import { foldEmail } from "./fold-email.ts";
import type { ImportWarning } from "./import-warning.ts";
import type { KnownPeople, PeopleFeed } from "./people-feed.ts";
import type { KnownPerson } from "./person-fields.ts";
import { wholeNumber } from "./whole-number.ts";

/** A file that takes away more than this part of the active people is most likely cut off or wrongly filtered. */
const suspiciousPart = 0.2;

type Input<Column extends string> = {
  feed: PeopleFeed<Column>;
  checked: CheckedFeed<Column>;
  comparison: Comparison;
  known: KnownPeople;
  now: number;
};

/** What whoever applies a file should know about it besides its refusals. */
export function findWarnings<Column extends string>({
  feed,
  checked,
  comparison,
  known,
  now,
}: Input<Column>): {
  warnings: ImportWarning[];
  missing: number;
} {
  const here = (person: KnownPerson) => person.leftAt === null || person.leftAt > now;
  const active = [...known].filter(([, person]) => person.kind === feed.kind && here(person));
  const missing = active.filter(([id]) => !checked.idsInFile.has(id)).length;
  const refusedLeavers = checked.refusedLeavers.filter((id) => {
    const person = known.get(id);
    return person !== undefined && here(person);
  }).length;
  const sharing = countSharing(
    feed,
    checked,
    [...known].filter(([, person]) => here(person)),
  );
  const left = comparison.left.length;
  const strangers = [...comparison.changed, ...comparison.moved].filter((change) =>
    isSomebodyElse(change, feed.somebodyElse.fields),
  ).length;
  const ofActive = (count: number) => `${wholeNumber(count)} of the ${wholeNumber(active.length)} active people`;

  const warnings: ImportWarning[] = [];
  const warn = (code: ImportWarning["code"], count: number, message: string, grave = false) => {
    if (count > 0) warnings.push({ code, count, message, grave });
  };
  if (left > active.length * suspiciousPart) {
    warn("MANY_LEAVE", left, `This file says that ${ofActive(left)} have left. Make sure that it is right.`, true);
  }
  if (missing > active.length * suspiciousPart) {
    const incomplete = `This file does not name ${ofActive(missing)}. They stay as they are. Make sure that it is complete.`;
    warn("MANY_MISSING", missing, incomplete, true);
  } else {
    const absent = `Active people who are not in this file and stay as they are: ${wholeNumber(missing)}.`;
    warn("NOT_IN_FILE", missing, absent);
  }
  warn("OTHER_PERSON", strangers, feed.somebodyElse.message(strangers), true);
  const stay = `Refused rows that say a person has left: ${wholeNumber(refusedLeavers)}. These people keep their rights until the rows are corrected.`;
  warn("REFUSED_LEAVER", refusedLeavers, stay, true);
  for (const { code, count, message, grave } of feed.warn(checked)) warn(code, count, message, grave);
  const repeated = `Rows that repeat another row exactly, and were passed over: ${wholeNumber(checked.repeats)}.`;
  warn("REPEATED_ROW", checked.repeats, repeated);
  const shared = `People who share an e-mail address, which then cannot sign them in: ${wholeNumber(sharing)}.`;
  warn("SHARED_EMAIL", sharing, shared);
  return { warnings, missing };
}

/** An id that passes on to another person would pass on what was achieved with it. */
function isSomebodyElse({ fields }: PersonChange, telling: readonly string[]): boolean {
  const renamed = fields.includes("givenName") || fields.includes("familyName");
  return renamed && telling.every((field) => (fields as string[]).includes(field));
}

/** People still here, as they would be after the import, whose folded address belongs to more than one of them. */
function countSharing<Column extends string>(
  feed: PeopleFeed<Column>,
  { accepted }: CheckedFeed<Column>,
  here: [id: string, person: KnownPerson][],
): number {
  const inFile = new Set(accepted.map((row) => row[feed.id.column]));
  const keys = [
    ...accepted.filter((row) => !feed.saysLeft(row)).map((row) => foldEmail(feed.emailOf(row))),
    ...here.filter(([id]) => !inFile.has(id)).map(([, person]) => person.emailKey ?? ""),
  ];
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
}
