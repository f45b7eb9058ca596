import { stringify } from "csv-stringify/sync";
import { neutraliseFormula } from "../people/visible-text.ts";
import type { Member } from "./team-member.ts";

const columns = [
  ...["employee_id", "name", "status", "reason", "due_at", "certified", "certified_until", "steps_done", "steps"],
  ...["region", "country", "department", "job_title", "manager_employee_id", "on_leave", "contractor", "as_of"],
] as const;
const linesAtOnce = 500;
/** Without it spreadsheets take the file for one in the code page of the machine. */
const byteOrderMark = "\ufeff";

/**
 * One line a person, in pieces of 500 lines. Instants are ISO 8601 in UTC, the same in every time zone; `as_of` on each
 * line is the instant that all of it is true of.
 */
export function* writePeopleCsv(people: readonly Member[], { asOf }: { asOf: number }): Generator<string> {
  const at = instant(asOf);
  yield byteOrderMark + stringify([columns]);
  for (let first = 0; first < people.length; first += linesAtOnce) {
    yield stringify(people.slice(first, first + linesAtOnce).map((member) => lineOf(member, at)));
  }
}

function lineOf(member: Member, asOf: string): string[] {
  const { progress } = member;
  return [
    ...[asText(member.employeeId), asText(member.name), member.status, member.reason, instant(member.dueAt)],
    ...[yesNo(member.certified), instant(member.certifiedUntil), String(progress.done), String(progress.total)],
    ...[asText(member.region), asText(member.country), asText(member.department), asText(member.jobTitle)],
    ...[asText(member.managerEmployeeId ?? ""), yesNo(member.onLeave), yesNo(member.contractor), asOf],
  ];
}

/** Spreadsheets run what begins like a formula, also behind a tab or a line break. */
function asText(text: string): string {
  return /^[\t\r\n]/.test(text) ? `'${text}` : neutraliseFormula(text);
}

function instant(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString();
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
