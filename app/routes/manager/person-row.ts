import type { Member } from "#app/features/teams/team-member.ts";

/** What a list shows of a person, and nothing more goes to the page. */
export function personRow(member: Member) {
  const { employeeId, name, status, reason, dueAt, progress, country, department, jobTitle, onLeave, contractor } =
    member;
  const steps = { done: progress.done, total: progress.total };
  return { employeeId, name, status, reason, dueAt, steps, country, department, jobTitle, onLeave, contractor };
}

export type PersonRow = ReturnType<typeof personRow>;
