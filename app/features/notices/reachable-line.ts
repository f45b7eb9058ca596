import { lineAbove, type ReportingLines } from "../teams/reporting-lines.ts";
import type { NoticePerson } from "./notice-person.ts";

/** The managers above a person to whom mail may go, the nearest first: who has left or is on leave is passed over. */
export function reachableLine(lines: ReportingLines<NoticePerson>, person: NoticePerson): NoticePerson[] {
  return lineAbove(lines, person).filter(({ reachable }) => reachable);
}

/** The first of the `reachableLine` of anybody, where it is asked for everybody: those of one manager have the same. */
export function nearestReachable(
  lines: ReportingLines<NoticePerson>,
): (person: NoticePerson) => NoticePerson | undefined {
  const known = new Map<string, NoticePerson | undefined>();
  return (person) => {
    const manager = lines.byEmployeeId.get(person.managerEmployeeId ?? "");
    if (!manager || manager.reachable) return manager === person ? undefined : manager;
    if (!known.has(manager.employeeId)) known.set(manager.employeeId, reachableLine(lines, manager)[0]);
    const nearest = known.get(manager.employeeId);
    // In a loop nobody is above themselves.
    return nearest === person ? undefined : nearest;
  };
}
