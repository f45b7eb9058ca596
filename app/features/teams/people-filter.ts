import { foldName } from "./fold-name.ts";
import { type Member, type Status, statuses, type TrainingPath, trainingPaths } from "./team-member.ts";

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
  path: TrainingPath | null;
  leave: "yes" | "no" | null;
  contractor: "yes" | "no" | null;
  /** Only those who report to the manager themselves. */
  reports: "direct" | null;
};

export const noFilter: PeopleFilter = {
  ...{ manager: null, q: null, status: null, due: null, certified: null, wave: null, region: null, country: null },
  ...{ department: null, path: null, leave: null, contractor: null, reports: null },
};

const yesNo = ["yes", "no"] as const;
/** As long as HR may name a department, in units of a string. */
const longestText = 400;

/** Reads a filter from the query of a URL; what means nothing is left out. */
export function readPeopleFilter(query: URLSearchParams): PeopleFilter {
  const text = (name: string) => query.get(name)?.trim().slice(0, longestText) || null;
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
    path: one("path", trainingPaths),
    leave: one("leave", yesNo),
    contractor: one("contractor", yesNo),
    reports: one("reports", ["direct"]),
  };
}

type Standing = Pick<Member, "status" | "soon" | "overdue" | "certified" | "waveId" | "progress">;

/** Whether a filter means people of a standing; the rest of a filter is about their profile. */
export function standingMatcher({ status, due, certified, wave, path }: PeopleFilter): (standing: Standing) => boolean {
  return (one) =>
    (status === null || one.status === status) &&
    (due === null || (due === "soon" ? one.soon : one.overdue)) &&
    (certified === null || one.certified === (certified === "yes")) &&
    (wave === null || one.waveId === wave) &&
    (path === null || one.progress.path === path);
}

/** The parts of a name or the beginnings of an employee id that are looked for, all of them. */
export function searchWords({ q }: PeopleFilter): string[] {
  return q ? foldName(q).split(/\s+/).filter(Boolean) : [];
}

/** Whether a person is meant. `manager` is the scope's to decide, but for direct reports. */
export function peopleMatcher(filter: PeopleFilter): (member: Member) => boolean {
  const { region, country, department, leave, contractor, reports, manager } = filter;
  const standing = standingMatcher(filter);
  const words = searchWords(filter);
  return (member) =>
    standing(member) &&
    (region === null || member.region === region) &&
    (country === null || member.country === country) &&
    (department === null || member.department === department) &&
    (leave === null || member.onLeave === (leave === "yes")) &&
    (contractor === null || member.contractor === (contractor === "yes")) &&
    (reports === null || member.managerEmployeeId === manager) &&
    words.every((word) => member.searchKey.includes(word) || foldName(member.employeeId).startsWith(word));
}
