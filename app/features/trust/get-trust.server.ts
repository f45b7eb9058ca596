import type { AppContext } from "#app/platform/app-context.ts";
import { getTeam, listTeam, remember, type Team } from "../teams/get-team.server.ts";
import { listRepWaves, rollOutState } from "../waves/roll-out-state.ts";
import { waveGraceEnd } from "../waves/wave-applies.ts";
import { type CountryTally, withholdSmallGroups } from "./withhold-small-groups.ts";

/**
 * What the other side may know of the direct team, as of now: shares by region and country, and how far the roll-out
 * has come. The figures are worked out once for everybody who asks while nobody's standing is different.
 */
export async function getTrust(app: Pick<AppContext, "db" | "clock">) {
  const team = await getTeam(app, "everybody");
  const { tally, regions } = remember(team, "trust", () => withholdSmallGroups(countryTallies(team)));
  const numbers = new Map(listRepWaves(team.waves, team.asOf).map(({ id }, n) => [id, n + 1]));
  return {
    asOf: team.asOf,
    tally,
    regions: regions.map(({ countries, ...region }) => ({
      ...region,
      countries: countries.map((one) => ({ ...one, rollOut: rollOutOf(team, numbers, one.country) })),
    })),
  };
}

/** By name, since an order by size would tell the size of those that are withheld. */
function countryTallies(team: Team): CountryTally[] {
  const found = new Map<string, CountryTally>();
  for (const { region, country, certified } of listTeam(team, { manager: null })) {
    const key = `${region} ${country}`;
    const tally = found.get(key) ?? { region, country, people: 0, certified: 0 };
    found.set(key, tally);
    tally.people += 1;
    if (certified) tally.certified += 1;
  }
  return [...found.values()].sort((a, b) => (`${a.region} ${a.country}` < `${b.region} ${b.country}` ? -1 : 1));
}

function rollOutOf({ waves, asOf }: Team, numbers: ReadonlyMap<string, number>, country: string) {
  const { stage, wave, next } = rollOutState(waves, { audience: { kind: "rep", country }, now: asOf });
  const graceEndsAt = wave?.mode === "enforce" && wave.graceDays > 0 ? waveGraceEnd(wave) : 0;
  return {
    stage,
    number: numbers.get(wave?.id ?? "") ?? null,
    mode: wave?.mode ?? null,
    effectiveAt: wave?.effectiveAt ?? null,
    graceEndsAt: graceEndsAt > asOf ? graceEndsAt : null,
    // Only where the stage is of an earlier wave than the one to come.
    next: next && next !== wave ? { mode: next.mode, effectiveAt: next.effectiveAt } : null,
  };
}

export type CountryRollOut = ReturnType<typeof rollOutOf>;
