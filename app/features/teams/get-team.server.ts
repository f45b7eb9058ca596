import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { type KeptPeople, keepPeople } from "./keep-people.server.ts";
import type { PeopleFilter } from "./people-filter.ts";
import { listBelow, listTops, type ReportingLines, reportingLines } from "./reporting-lines.ts";
import type { Member } from "./team-member.ts";

/** Whose people somebody may see: those below them, or everybody. */
export type Sight = { managerEmployeeId: string } | "everybody";

/** What a viewer may see at one instant; nothing outside `everybody` can be asked of it. */
export type Team = {
  asOf: number;
  version: number;
  waves: KeptPeople["program"]["waves"];
  lines: ReportingLines<Member>;
  sight: Sight;
  /** Those in sight, managers without a count of their own too. */
  inSight: ReadonlySet<Member>;
};

type Derived = { lines: ReportingLines<Member>; below: Map<string, ReadonlySet<Member>>; whole: ReadonlySet<Member> };
const derived = new WeakMap<readonly Member[], Derived>();

/** The people in a viewer's sight, as of now. Whoever reports to nobody whom we know is in the sight of `everybody` alone. */
export async function getTeam({ db, clock }: Pick<AppContext, "db" | "clock">, sight: Sight): Promise<Team> {
  const now = clock.now();
  const { members, version, program } = await keepPeople(db, { now });
  const lines = derive(members).lines;
  const inSight = sight === "everybody" ? derive(members).whole : below(members, sight.managerEmployeeId);
  return { asOf: now, version, waves: program.waves, lines, sight, inSight };
}

/** The manager whose people are asked for; null for all in sight. Throws not-found for somebody out of sight. */
export function findAskedManager({ lines, inSight, sight }: Team, employeeId: string | null): Member | null {
  if (employeeId === null || (sight !== "everybody" && sight.managerEmployeeId === employeeId)) return null;
  const manager = lines.byEmployeeId.get(employeeId);
  if (!manager || !inSight.has(manager))
    throw new AppError("not-found", "This team is not below you, or not any more.");
  return manager;
}

/** Everybody counted below the manager asked for, or in sight, sorted by name. */
export function listTeam(team: Team, { manager }: Pick<PeopleFilter, "manager">): readonly Member[] {
  return remember(
    team,
    `list ${team.sight === "everybody" ? "" : team.sight.managerEmployeeId} ${manager ?? ""}`,
    () => {
      const asked = findAskedManager(team, manager);
      const scope = asked ? listBelow(team.lines, asked.employeeId) : team.inSight;
      return [...team.lines.byEmployeeId.values()].filter((member) => member.counted && scope.has(member));
    },
  );
}

/** Those who report to the manager asked for; for everybody, those at the top. */
export function listDirect(team: Team, manager: string | null): Member[] {
  const asked =
    findAskedManager(team, manager)?.employeeId ?? (team.sight === "everybody" ? null : team.sight.managerEmployeeId);
  if (asked !== null) return (team.lines.reportsOf.get(asked) ?? []).filter((one) => one.employeeId !== asked);
  return remember(team, "tops", () => {
    let tops = listTops(team.lines);
    // One person above everybody says nothing: the groups are those of the next level.
    for (let only = tops[0]; tops.length === 1 && only; only = tops[0]) {
      const reports = team.lines.reportsOf.get(only.employeeId);
      if (!reports) break;
      tops = [...reports];
    }
    return tops;
  });
}

const results = new WeakMap<ReportingLines<Member>, Map<string, unknown>>();
const mostRemembered = 500;

/** Remembers what was worked out, for as long as nobody's standing is different. */
export function remember<T>({ lines }: Team, key: string, make: () => T): T {
  const known = results.get(lines) ?? new Map<string, unknown>();
  results.set(lines, known);
  if (known.has(key)) return known.get(key) as T;
  const made = make();
  if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? "");
  known.set(key, made);
  return made;
}

function derive(members: readonly Member[]): Derived {
  const found = derived.get(members) ?? { lines: reportingLines(members), below: new Map(), whole: new Set(members) };
  derived.set(members, found);
  return found;
}

function below(members: readonly Member[], employeeId: string): ReadonlySet<Member> {
  const found = derive(members);
  const set = found.below.get(employeeId) ?? listBelow(found.lines, employeeId);
  found.below.set(employeeId, set);
  return set;
}
