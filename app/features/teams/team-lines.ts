import { type MemberSet, memberList, memberSet } from "./member-list.ts";
import {
  hasReports,
  isBelow,
  listAbove,
  listBelowNode,
  listReportsOf,
  listTopSlots,
  organisationOf,
} from "./organisation.ts";
import { memberAt, type People } from "./people-columns.ts";
import type { Member } from "./team-member.ts";
import { findText, textOf } from "./text-index.ts";

/** Who reports to whom, joined by the employee id that HR gives; a manager may be unknown, or in a loop. */
export type TeamLines = {
  people: People;
  byEmployeeId: {
    get: (employeeId: string) => Member | undefined;
    has: (employeeId: string) => boolean;
    /** By name. */
    values: () => Iterable<Member>;
  };
  reportsOf: {
    /** By name; undefined for somebody without reports. */
    get: (employeeId: string) => readonly Member[] | undefined;
    has: (employeeId: string) => boolean;
    keys: () => Iterable<string>;
  };
};

export function teamLines(people: People): TeamLines {
  const { profiles, byName } = people;
  const organisation = organisationOf(people);
  const slotOf = (employeeId: string) => organisation.slots[nodeOf(people, employeeId)] ?? -1;
  const leads = (employeeId: string) => hasReports(organisation, nodeOf(people, employeeId));
  return {
    people,
    byEmployeeId: {
      get: (employeeId) => {
        const slot = slotOf(employeeId);
        return slot === -1 ? undefined : memberAt(people, slot);
      },
      has: (employeeId) => slotOf(employeeId) !== -1,
      values: () => memberList(people, byName),
    },
    reportsOf: {
      get: (employeeId) => {
        if (!leads(employeeId)) return undefined;
        return memberList(people, Uint32Array.from(listReportsOf(organisation, nodeOf(people, employeeId))));
      },
      has: leads,
      *keys() {
        for (let node = 0; node < organisation.slots.length; node++)
          if (hasReports(organisation, node)) yield textOf(profiles.employees, node);
      },
    },
  };
}

/** The node of an employee id; -1, which has nobody, where nobody has or names it. */
export function nodeOf(people: People, employeeId: string): number {
  const node = findText(people.profiles.employees, employeeId);
  // Shared with later versions, which may know more.
  return node < organisationOf(people).slots.length ? node : -1;
}

/** Everybody below a manager at any depth, without the manager. Ends in a loop too: nobody is taken twice. */
export function listBelow({ people }: TeamLines, employeeId: string): MemberSet {
  const organisation = organisationOf(people);
  const node = nodeOf(people, employeeId);
  return memberSet(people, {
    slots: () => listBelowNode(organisation, people.byName, node),
    has: (slot) => node !== -1 && isBelow(organisation, people.profiles.own[slot] ?? 0, node),
  });
}

/** The managers of a person from the nearest up; ends at somebody unknown, and where a loop closes. */
export function lineAbove({ people }: TeamLines, person: Pick<Member, "employeeId">): Member[] {
  return listAbove(organisationOf(people), nodeOf(people, person.employeeId)).map((slot) => memberAt(people, slot));
}

/** Who has no manager here, and one of each loop that nobody stands above: together they lead everybody. */
export function listTops({ people }: TeamLines): readonly Member[] {
  return memberList(people, Uint32Array.from(listTopSlots(organisationOf(people))));
}
