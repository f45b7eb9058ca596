import { foldName } from "./fold-name.ts";
import { type Member, type Status, statuses } from "./team-member.ts";

export const sorts = ["name", "due", "progress", "country", "department"] as const;
export type Sort = (typeof sorts)[number];

/** What a list is narrowed to. It stands in the URL as it is here, so that a view can be kept and sent. */
export type PeopleFilter = {
  /** The employee id of the manager whose people are meant, within what the viewer may see. */
  manager: string | null;
  q: string | null;
  status: Status | null;
  due: "soon" | "overdue" | null;
  certified: "yes" | "no" | null;
  wave: string | null;
  region: string | null;
  country: string | null;
  department: string | null;
  leave: "yes" | "no" | null;
  contractor: "yes" | "no" | null;
  /** Only those who report to the manager themselves. */
  reports: "direct" | null;
};

export const noFilter: PeopleFilter = {
  ...{ manager: null, q: null, status: null, due: null, certified: null, wave: null, region: null, country: null },
  ...{ department: null, leave: null, contractor: null, reports: null },
};

const yesNo = ["yes", "no"] as const;
const longestSearch = 100;

/** Reads a filter from the query of a URL; what means nothing is left out. */
export function readPeopleFilter(query: URLSearchParams): PeopleFilter {
  const text = (name: string) => query.get(name)?.trim().slice(0, longestSearch) || null;
  const one = <T extends string>(name: string, of: readonly T[]) =>
    of.find((value) => value === query.get(name)) ?? null;
  return {
    manager: text("manager"),
    q: text("q"),
    status: one("status", statuses),
    due: one("due", ["soon", "overdue"]),
    certified: one("certified", yesNo),
    wave: text("wave"),
    region: text("region"),
    country: text("country"),
    department: text("department"),
    leave: one("leave", yesNo),
    contractor: one("contractor", yesNo),
    reports: one("reports", ["direct"]),
  };
}

/** Whether a person is meant. `manager` is the scope's to decide, but for direct reports. */
export function peopleMatcher(filter: PeopleFilter): (member: Member) => boolean {
  const tests: ((member: Member) => boolean)[] = [];
  const { q, status, due, certified, wave, region, country, department, leave, contractor, reports, manager } = filter;
  if (status) tests.push((member) => member.status === status);
  if (due === "soon") tests.push((member) => member.soon);
  if (due === "overdue") tests.push((member) => member.status === "blocked" && member.dueAt !== null);
  if (certified) tests.push((member) => member.certified === (certified === "yes"));
  if (wave) tests.push((member) => member.waveId === wave);
  if (region) tests.push((member) => member.region === region);
  if (country) tests.push((member) => member.country === country);
  if (department) tests.push((member) => member.department === department);
  if (leave) tests.push((member) => member.onLeave === (leave === "yes"));
  if (contractor) tests.push((member) => member.contractor === (contractor === "yes"));
  if (reports) tests.push((member) => member.managerEmployeeId === manager);
  const words = q ? foldName(q).split(/\s+/) : [];
  for (const word of words)
    tests.push((member) => member.searchKey.includes(word) || member.employeeId.startsWith(word));
  return (member) => tests.every((test) => test(member));
}

const never = Number.POSITIVE_INFINITY;

/** Puts people who come sorted by name into another order; equal ones stay sorted by name. */
export function sortPeople(people: Member[], sort: Sort, backwards: boolean): Member[] {
  const by: Record<Sort, (a: Member, b: Member) => number> = {
    name: () => 0,
    due: (a, b) => compare(a.dueAt ?? never, b.dueAt ?? never),
    progress: (a, b) => compare(share(a), share(b)),
    country: (a, b) => compare(a.country, b.country),
    department: (a, b) => compare(a.department, b.department),
  };
  if (sort === "name") return backwards ? people.toReversed() : people;
  return backwards ? people.toSorted((a, b) => by[sort](b, a)) : people.toSorted(by[sort]);
}

function share({ progress }: Member): number {
  return progress.total === 0 ? 0 : progress.done / progress.total;
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
