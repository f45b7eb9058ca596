/** A figure of fewer people says too much of each of them. */
export const fewestPeople = 10;

export type Tally = { people: number; certified: number };
export type CountryTally = Tally & { region: string; country: string };

/** `tally` is null where it is withheld. */
export type ShownTable = {
  tally: Tally | null;
  regions: { region: string; tally: Tally | null; countries: { country: string; tally: Tally | null }[] }[];
};

type Country = CountryTally & { withheld: boolean };
type Region = Tally & { region: string; countries: Country[]; withheld: boolean };

/**
 * What may be shown of countries, their regions and everybody. Groups of fewer than ten people are withheld, and with
 * them as many others as it takes that none of them follows from what is shown.
 *
 * A region that is shown tells, by subtraction, the sum of its withheld countries; the total tells that of the withheld
 * countries of withheld regions. These sums share no country, so nothing else follows from what is shown, and it is
 * enough that each of them could be anybody's: two countries or more, ten people or more, some certified and some not.
 */
export function withholdSmallGroups(tallies: readonly CountryTally[]): ShownTable {
  const regions = [...Map.groupBy(tallies, ({ region }) => region)].map(([region, countries]): Region => {
    const sum = sumOf(countries);
    const marked = countries.map((one) => ({ ...one, withheld: one.people < fewestPeople }));
    return { ...sum, region, countries: marked, withheld: sum.people < fewestPeople };
  });
  for (const region of regions) guardRegion(region);
  const all = sumOf(tallies);
  return {
    tally: isTotalShown(all, regions) ? all : null,
    regions: regions.map((region) => ({
      region: region.region,
      tally: shown(region),
      countries: region.countries.map((one) => ({ country: one.country, tally: shown(one) })),
    })),
  };
}

function guardRegion(region: Region): void {
  if (region.withheld) return;
  // Where everybody or nobody is certified, no choice of countries hides that it is so for each of them.
  if (isMixed(region)) {
    for (let next = smallestShown(region.countries); next && !isSafe(hidden([region])); ) {
      next.withheld = true;
      next = smallestShown(region.countries);
    }
  }
  region.withheld = !isSafe(hidden([region]));
}

function isTotalShown(all: Tally, regions: Region[]): boolean {
  if (all.people < fewestPeople) return false;
  const withheld = () => regions.filter((region) => region.withheld);
  while (isMixed(all) && !isSafe(hidden(withheld()))) {
    const next = smallestShown(withheld().flatMap((region) => region.countries)) ?? smallestShown(regions);
    if (!next) break;
    next.withheld = true;
  }
  return isSafe(hidden(withheld()));
}

function hidden(regions: readonly Region[]): Country[] {
  return regions.flatMap(({ countries }) => countries.filter((one) => one.withheld));
}

function isSafe(group: readonly Country[]): boolean {
  const sum = sumOf(group);
  return group.length === 0 || (group.length > 1 && sum.people >= fewestPeople && isMixed(sum));
}

function isMixed({ people, certified }: Tally): boolean {
  return certified > 0 && certified < people;
}

function smallestShown<T extends Tally & { withheld: boolean }>(of: readonly T[]): T | null {
  return of.reduce<T | null>(
    (least, one) => (!one.withheld && (!least || one.people < least.people) ? one : least),
    null,
  );
}

function shown({ people, certified, withheld }: Tally & { withheld: boolean }): Tally | null {
  return withheld ? null : { people, certified };
}

function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { people, certified }) => ({ people: sum.people + people, certified: sum.certified + certified }),
    { people: 0, certified: 0 },
  );
}

/** In whole percent; 0 and 100 only where it is nobody and everybody. */
export function roundedShare({ people, certified }: Tally): number {
  const percent = Math.round((100 * certified) / people);
  if (certified === 0 || certified === people) return percent / 100;
  return Math.min(99, Math.max(1, percent)) / 100;
}
