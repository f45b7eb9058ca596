import { remember, type Team } from "../teams/get-team.server.ts";
import { listPeople } from "../teams/list-people.server.ts";
import type { PeopleFilter } from "../teams/people-filter.ts";
import { countMembers, type StatusCounts, teamFigures } from "../teams/team-figures.ts";
import { listRepWaves, type RollOutState, rollOutState } from "../waves/roll-out-state.ts";
import type { Wave } from "../waves/wave-applies.ts";

export type RollOutCountry = RollOutState & { country: string; counts: StatusCounts };
export type RollOutWave = { wave: Wave; number: number; counts: StatusCounts };

/** How far the roll-out has come for the people that a filter means: all of them, by country, and by wave. */
export function getRollOut(team: Team, filter: PeopleFilter) {
  const { asOf, waves } = team;
  const found = remember(team, `roll-out ${JSON.stringify(filter)}`, () => {
    const people = listPeople(team, filter);
    const { all, cuts } = teamFigures(people);
    const byWave = [...Map.groupBy(people, ({ waveId }) => waveId)];
    return { all, countries: cuts.country, waves: new Map(byWave.map(([id, those]) => [id, countMembers(those)])) };
  });
  const none = countMembers([]);
  return {
    asOf,
    all: found.all,
    countries: found.countries.map(
      ({ value, counts }): RollOutCountry => ({
        ...{ country: value, counts },
        ...rollOutState(waves, { audience: { kind: "rep", country: value }, now: asOf }),
      }),
    ),
    waves: listRepWaves(waves, asOf).map(
      (wave, n): RollOutWave => ({ wave, number: n + 1, counts: found.waves.get(wave.id) ?? none }),
    ),
  };
}
