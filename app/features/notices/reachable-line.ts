import { lineAbove, type ReportingLines } from "../teams/reporting-lines.ts";
import type { NoticePerson } from "./notice-person.ts";

/** The managers above a person to whom mail may go, the nearest first: who has left or is on leave is passed over. */
export function reachableLine(lines: ReportingLines<NoticePerson>, person: NoticePerson): NoticePerson[] {
  return lineAbove(lines, person).filter(({ reachable }) => reachable);
}
