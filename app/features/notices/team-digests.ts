import { lineAbove, type ReportingLines, reportingLines } from "../teams/reporting-lines.ts";
import { soonDays } from "../teams/team-member.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import type { Moment } from "./moment.ts";
import type { NoticePerson } from "./notice-person.ts";
import { nearestReachable } from "./reachable-line.ts";

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
  const nearestAbove = nearestReachable(lines);
  const nearest = people.map((person) => ({
    person,
    employeeId: person.employeeId,
    managerEmployeeId: nearestAbove(person)?.employeeId ?? null,
    state: stateOf(person, moment(person.timeZone)),
  }));
  const tree = reportingLines(nearest);
  const below = new Map<string, { overdue: number; soon: number }>();
  for (const node of nearest) {
    if (!node.state) continue;
    for (const { employeeId } of lineAbove(tree, node)) {
      const counts = below.get(employeeId) ?? { overdue: 0, soon: 0 };
      counts[node.state] += 1;
      below.set(employeeId, counts);
    }
  }
  return new Map(
    [...below.keys()].flatMap((managerId): [string, Digest][] => {
      const manager = lines.byEmployeeId.get(managerId);
      const reports = tree.reportsOf.get(managerId) ?? [];
      const named = (state: "overdue" | "soon") => reports.flatMap((one) => (one.state === state ? [one.person] : []));
      const teams = reports.flatMap(({ person, employeeId }) => {
        const counts = below.get(employeeId);
        return counts ? [{ lead: person, ...counts }] : [];
      });
      return manager ? [[manager.id, { overdue: named("overdue"), soon: named("soon"), teams }]] : [];
    }),
  );
}

function stateOf({ counted, onLeave, dueAt }: NoticePerson, at: number): "overdue" | "soon" | null {
  if (!counted || onLeave || dueAt === null) return null;
  if (dueAt <= at) return "overdue";
  return dueAt - at <= soonDays * millisecondsADay ? "soon" : null;
}
