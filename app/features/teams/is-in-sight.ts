import type { Team } from "./get-team.server.ts";

/** Whether somebody is among the people of a team at any depth. */
export function isInSight({ lines, inSight }: Team, employeeId: string): boolean {
  const member = lines.byEmployeeId.get(employeeId);
  return member !== undefined && inSight.has(member);
}
