import type { AppContext } from "#app/platform/app-context.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { type KeptPeople, keepPeople, keepPeopleOfSnapshot } from "./keep-people.server.ts";
import { type MemberSet, memberList, memberSet } from "./member-list.ts";
import { isBelow, listBelowNode, listReportsOf, listTopSlots, organisationOf } from "./organisation.ts";
import type { People } from "./people-columns.ts";
import type { PeopleFilter } from "./people-filter.ts";
import type { JudgedProgram } from "./standing-timeline.server.ts";
import { nodeOf, type TeamLines, teamLines } from "./team-lines.ts";
import type { Member } from "./team-member.ts";

/** Whose people somebody may see: those below them, or everybody. */
export type Sight = { managerEmployeeId: string } | "everybody";

/** What a viewer may see at one instant; nothing outside `everybody` can be asked of it. */
export type Team = {
  asOf: number;
  version: number;
  program: JudgedProgram;
  waves: JudgedProgram["waves"];
  people: People;
  lines: TeamLines;
  sight: Sight;
  /** Those in sight, managers without a count of their own too. */
  inSight: MemberSet;
};

/** The people in a viewer's sight, as of now. Whoever reports to nobody whom we know is in the sight of `everybody` alone. */
export async function getTeam({ db, clock }: Pick<AppContext, "db" | "clock">, sight: Sight): Promise<Team> {
  const now = clock.now();
  return teamOf(await keepPeople(db, { now }), { now, sight });
}

/**
 * As `getTeam`, in a snapshot of the database: what `use` reads of it is of the same instant, whatever is written
 * meanwhile. The snapshot is there until `use` ends.
 */
export function withTeamSnapshot<T>(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  sight: Sight,
  use: (team: Team, snapshot: Database) => Promise<T>,
): Promise<T> {
  return keepPeopleOfSnapshot({ db, clock }, ({ kept, now, snapshot }) => use(teamOf(kept, { now, sight }), snapshot));
}

function teamOf({ people, version, program }: KeptPeople, { now, sight }: { now: number; sight: Sight }): Team {
  return {
    asOf: now,
    version,
    program,
    waves: program.waves,
    people,
    lines: teamLines(people),
    sight,
    inSight: seen(people, sight),
  };
}

function seen(people: People, sight: Sight): MemberSet {
  if (sight === "everybody") return memberSet(people, { slots: () => people.byName, has: () => true });
  const organisation = organisationOf(people);
  const node = nodeOf(people, sight.managerEmployeeId);
  return memberSet(people, {
    slots: () => listBelowNode(organisation, people.byName, node),
    has: (slot) => node !== -1 && isBelow(organisation, people.profiles.own[slot] ?? 0, node),
  });
}

/** The manager whose people are asked for; null for all in sight. Throws not-found for somebody out of sight. */
export function findAskedManager({ lines, inSight, sight }: Team, employeeId: string | null): Member | null {
  if (employeeId === null || (sight !== "everybody" && sight.managerEmployeeId === employeeId)) return null;
  const manager = lines.byEmployeeId.get(employeeId);
  if (!manager || !inSight.has(manager))
    throw new AppError("not-found", "This team is not below you, or not any more.");
  return manager;
}

/** The employee id of the manager whose people are meant; null for everybody. Throws not-found for somebody out of sight. */
export function managerMeant(team: Team, manager: string | null): string | null {
  const asked = findAskedManager(team, manager)?.employeeId ?? null;
  return asked ?? (team.sight === "everybody" ? null : team.sight.managerEmployeeId);
}

/** Everybody counted below the manager asked for, or in sight, sorted by name. */
export function listTeam(team: Team, { manager }: Pick<PeopleFilter, "manager">): readonly Member[] {
  const { people } = team;
  const meant = managerMeant(team, manager);
  return remember(team, `list ${JSON.stringify(meant)}`, () => {
    const { byName, standings } = people;
    const all = meant === null ? byName : listBelowNode(organisationOf(people), byName, nodeOf(people, meant));
    const counted = standings.states.values.map((state) => state.counted);
    return memberList(
      people,
      all.filter((slot) => counted[standings.state[slot] ?? 0]),
    );
  });
}

/** Those who report to the manager asked for; for everybody, those at the top. */
export function listDirect(team: Team, manager: string | null): readonly Member[] {
  const { people } = team;
  const meant = managerMeant(team, manager);
  return remember(team, `direct ${JSON.stringify(meant)}`, () => {
    const organisation = organisationOf(people);
    const slots = meant === null ? topsOf(people) : listReportsOf(organisation, nodeOf(people, meant));
    return memberList(people, Uint32Array.from(slots));
  });
}

function topsOf(people: People): number[] {
  const organisation = organisationOf(people);
  let tops = listTopSlots(organisation);
  const seen = new Set<number>();
  // One person above everybody says nothing: the groups are those of the next level. Ends where they lead each other.
  for (let [only] = tops; tops.length === 1 && only !== undefined && !seen.has(only); [only] = tops) {
    seen.add(only);
    const reports = listReportsOf(organisation, people.profiles.own[only] ?? 0);
    if (reports.length === 0) break;
    tops = reports;
  }
  return tops;
}

const results = new WeakMap<People, Map<string, unknown>>();
const mostRemembered = 500;

/**
 * Remembers what was worked out, for as long as nobody's standing is different. The key names whose people it is about:
 * viewers share what is remembered.
 */
export function remember<T>({ people }: Team, key: string, make: () => T): T {
  const known = results.get(people) ?? new Map<string, unknown>();
  results.set(people, known);
  if (known.has(key)) return known.get(key) as T;
  const made = make();
  if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? "");
  known.set(key, made);
  return made;
}
