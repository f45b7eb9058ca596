import type { CheckedFeed } from "./check-feed.ts";
import type { Comparison, PersonChange } from "./compare-people.ts";
import { foldEmail } from "./fold-email.ts";
import type { KnownPerson } from "./person-fields.ts";

export type ImportWarning = {
  code:
    | "MANY_LEAVE"
    | "MANY_MISSING"
    | "OTHER_PERSON"
    | "REFUSED_LEAVER"
    | "NOT_IN_FILE"
    | "MANAGER_REFUSED"
    | "REPEATED_ROW"
    | "SHARED_EMAIL";
  count: number;
  message: string;
  /** More likely a broken file than a true one: to be read before anything is applied. */
  grave: boolean;
};

/** A file that takes away more than this part of the active people is most likely cut off or wrongly filtered. */
const suspiciousPart = 0.2;

type Input = { checked: CheckedFeed; comparison: Comparison; known: ReadonlyMap<string, KnownPerson>; now: number };

/** What whoever applies a file should know about it besides its refusals. */
export function findWarnings({ checked, comparison, known, now }: Input): {
  warnings: ImportWarning[];
  missing: number;
} {
  const here = (person: KnownPerson) => person.leftAt === null || person.leftAt > now;
  const active = [...known.values()].filter((person) => person.kind === "rep" && here(person));
  const missing = active.filter((person) => !checked.idsInFile.has(person.employeeId)).length;
  const refusedLeavers = checked.refusedLeavers.filter((id) => {
    const person = known.get(id);
    return person !== undefined && here(person);
  }).length;
  const sharing = countSharing(checked, [...known.values()].filter(here));
  const left = comparison.left.length;
  const strangers = [...comparison.changed, ...comparison.moved].filter(isSomebodyElse).length;
  const ofActive = (count: number) => `${count} of the ${active.length} active people`;

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
  } else warn("NOT_IN_FILE", missing, `Active people who are not in this file and stay as they are: ${missing}.`);
  const reused = `Known people with another name, e-mail address and hire date all at once: ${strangers}. Make sure that no employee id was given to somebody else.`;
  warn("OTHER_PERSON", strangers, reused, true);
  const stay = `Refused rows that say a person has left: ${refusedLeavers}. These people keep their rights until the rows are corrected.`;
  warn("REFUSED_LEAVER", refusedLeavers, stay, true);
  const unlinked = `People whose manager's own row was refused: ${checked.waiting}. They are linked once that row is corrected.`;
  warn("MANAGER_REFUSED", checked.waiting, unlinked);
  warn(
    "REPEATED_ROW",
    checked.repeats,
    `Rows that repeat another row exactly, and were passed over: ${checked.repeats}.`,
  );
  warn("SHARED_EMAIL", sharing, `People who share an e-mail address, which then cannot sign them in: ${sharing}.`);
  return { warnings, missing };
}

/** An employee id that passes on to another person would pass on the certification with it. */
function isSomebodyElse({ fields }: PersonChange): boolean {
  const renamed = fields.includes("givenName") || fields.includes("familyName");
  return renamed && fields.includes("emailKey") && fields.includes("hiredOn");
}

/** People still here, as they would be after the import, whose folded address belongs to more than one of them. */
function countSharing({ accepted }: CheckedFeed, here: KnownPerson[]): number {
  const inFile = new Set(accepted.map((row) => row.employee_id));
  const keys = [
    ...accepted.filter((row) => row.employment_status !== "Terminated").map((row) => foldEmail(row.email)),
    ...here.filter((person) => !inFile.has(person.employeeId)).map((person) => person.emailKey ?? ""),
  ];
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
}
