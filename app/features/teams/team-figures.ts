import { type Member, type Status, statuses } from "./team-member.ts";

export type StatusCounts = Record<Status, number> & { people: number; soon: number; certifiedNow: number };
export type Cut = "region" | "country" | "department";
type Bar = { value: string; counts: StatusCounts };
export type TeamFigures = { all: StatusCounts; overdue: number; cuts: Record<Cut, Bar[]> };

const cuts = ["region", "country", "department"] as const;

function noCounts(): StatusCounts {
  return { blocked: 0, grace: 0, override: 0, certified: 0, not_required: 0, people: 0, soon: 0, certifiedNow: 0 };
}

/** All figures of some people in one pass; each cut from the most people to the fewest. */
export function teamFigures(people: Iterable<Member>): TeamFigures {
  const all = noCounts();
  const found = { region: new Map(), country: new Map(), department: new Map() } as Record<
    Cut,
    Map<string, StatusCounts>
  >;
  let overdue = 0;
  for (const member of people) {
    count(all, member);
    if (member.status === "blocked" && member.dueAt !== null) overdue += 1;
    for (const cut of cuts) {
      const counts = found[cut].get(member[cut]) ?? noCounts();
      found[cut].set(member[cut], counts);
      count(counts, member);
    }
  }
  const bars = (cut: Cut) =>
    [...found[cut]]
      .map(([value, counts]) => ({ value, counts }))
      .sort((a, b) => b.counts.people - a.counts.people || (a.value < b.value ? -1 : 1));
  return { all, overdue, cuts: { region: bars("region"), country: bars("country"), department: bars("department") } };
}

export function countMembers(people: Iterable<Member>): StatusCounts {
  const counts = noCounts();
  for (const member of people) count(counts, member);
  return counts;
}

function count(counts: StatusCounts, member: Member): void {
  counts.people += 1;
  counts[member.status] += 1;
  if (member.soon) counts.soon += 1;
  if (member.certified) counts.certifiedNow += 1;
}

/** Those who may claim now, for whatever reason. */
export function mayClaim(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + (status === "blocked" ? 0 : counts[status]), 0);
}
