import fc from "fast-check";
import { editPeople, noPeople, type People } from "#app/features/teams/people-columns.ts";
import { type Member, statuses, trainingPaths } from "#app/features/teams/team-member.ts";

const member = fc.record({
  status: fc.constantFrom(...statuses),
  soon: fc.boolean(),
  certified: fc.boolean(),
  dueAt: fc.option(fc.integer({ min: 0, max: 1000 })),
  waveId: fc.option(fc.constantFrom("w1", "w2")),
  region: fc.constantFrom("AMERICAS", "EMEA"),
  country: fc.constantFrom("US", "DE", "FR"),
  department: fc.constantFrom("Enterprise", "Commercial"),
  onLeave: fc.boolean(),
  contractor: fc.boolean(),
  path: fc.constantFrom(...trainingPaths),
  name: fc.constantFrom("Łukasz Żuk", "Anneliese Schäfer", "=HYPERLINK(1)"),
  manager: fc.option(fc.integer({ min: 0, max: 10 })),
  certifiedFrom: fc.integer({ min: 0, max: 1000 }),
});

/** People of any standing, for rules that look at nothing but members. */
export const anyMembers = fc.array(member, { maxLength: 30 }).map((drawn) =>
  drawn.map(({ manager, certifiedFrom, path, ...one }, n): Member => {
    const id = String(1000 + n);
    return {
      ...one,
      ...{ id, employeeId: `R${id}`, kind: "rep", counted: true, reason: "CERTIFIED", jobTitle: "Rep" },
      managerEmployeeId: manager === null ? null : `R${1000 + manager}`,
      ...{ sortKey: one.name.toLowerCase(), searchKey: one.name.toLowerCase(), certifiedUntil: null },
      certifications: one.certified ? [{ editionId: "2011-07", validFrom: certifiedFrom, validUntil: 5000 }] : [],
      overdue: one.status === "blocked" && one.dueAt !== null,
      progress: { done: n % 4, total: 4, path: trainingPaths[n % 4] ?? "none" },
    };
  }),
);

/** The same people as columns, as they are kept in memory. */
export async function peopleOf(members: readonly Member[]): Promise<People> {
  const editor = editPeople(noPeople(1), { isNew: true });
  for (const { certifications, ...member } of members) {
    editor.put({ profile: member, certifications, timeline: () => [{ ...member, from: 0 }], sharedKey: null });
  }
  return (await editor.finish({ now: 0, changesAt: null, pause: async () => {} })).people;
}
