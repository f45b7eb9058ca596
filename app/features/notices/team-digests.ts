import { listBelow, type ReportingLines, reportingLines } from "../teams/reporting-lines.ts";
import { soonDays } from "../teams/team-member.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import type { Moment } from "./moment.ts";
import type { NoticePerson } from "./notice-person.ts";
import { reachableLine } from "./reachable-line.ts";

type TeamCount = { lead: NoticePerson; overdue: number; soon: number };
/** What a manager's digest tells: own people by name, teams below by number. */
export type Digest = { overdue: NoticePerson[]; soon: NoticePerson[]; teams: TeamCount[] };

/**
 * The digest of each manager who has something to be told. Where a manager cannot be reached, the people count as those
 * of the next one up. Who is on leave is left out.
 */
export function teamDigests(
  lines: ReportingLines<NoticePerson>,
  people: readonly NoticePerson[],
  moment: Moment,
): Map<string, Digest> {
  const states = new Map(people.map((person) => [person.employeeId, stateOf(person, moment(person.timeZone))]));
  const nearest = people.map((person) => ({
    employeeId: person.employeeId,
    managerEmployeeId: reachableLine(lines, person)[0]?.employeeId ?? null,
  }));
  const tree = reportingLines(nearest);
  const digests = new Map<string, Digest>();
  for (const [managerId, reports] of tree.reportsOf) {
    const digest: Digest = { overdue: [], soon: [], teams: [] };
    for (const { employeeId } of reports) {
      const report = lines.byEmployeeId.get(employeeId);
      const state = states.get(employeeId);
      if (!report) continue;
      if (state) digest[state].push(report);
      if (!tree.reportsOf.has(employeeId)) continue;
      const below = [...listBelow(tree, employeeId)].map((one) => states.get(one.employeeId));
      const team = { overdue: countOf(below, "overdue"), soon: countOf(below, "soon") };
      if (team.overdue + team.soon > 0) digest.teams.push({ lead: report, ...team });
    }
    const manager = lines.byEmployeeId.get(managerId);
    if (manager && digest.overdue.length + digest.soon.length + digest.teams.length > 0)
      digests.set(manager.id, digest);
  }
  return digests;
}

function stateOf({ counted, onLeave, dueAt }: NoticePerson, at: number): "overdue" | "soon" | null {
  if (!counted || onLeave || dueAt === null) return null;
  if (dueAt <= at) return "overdue";
  return dueAt - at <= soonDays * millisecondsADay ? "soon" : null;
}

function countOf(states: readonly (string | null | undefined)[], wanted: string): number {
  return states.filter((state) => state === wanted).length;
}
