import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CountryTally,
  fewestPeople,
  roundedShare,
  type ShownTable,
  withholdSmallGroups,
} from "./withhold-small-groups.ts";

const anyTally = fc
  .record({
    people: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 })),
    share: fc.constantFrom(0, 1, 0.5, 0.2),
  })
  .map(({ people, share }) => ({ people, certified: Math.round(people * share) }));

/** Up to three regions of up to three countries. */
const anyWorld = fc
  .array(fc.array(anyTally, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((regions) =>
    regions.flatMap((countries, r) =>
      countries.map((tally, c): CountryTally => ({ ...tally, region: `R${r}`, country: `C${r}${c}` })),
    ),
  );

/** Each figure of the table as the set of countries that it is the sum of. */
function figuresOf(world: readonly CountryTally[], table: ShownTable) {
  const of = (is: (one: CountryTally) => boolean) => world.map((one) => (is(one) ? 1 : 0));
  return [
    { sum: of(() => true), tally: table.tally },
    ...table.regions.flatMap(({ region, tally, countries }) => [
      { sum: of((one) => one.region === region), tally },
      ...countries.map((one) => ({ sum: of(({ country }) => country === one.country), tally: one.tally })),
    ]),
  ];
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, n) => n >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot] as number[], left[rank] as number[]];
    const top = left[rank] as number[];
    for (const row of left.slice(rank + 1)) {
      const factor = (row[column] ?? 0) / (top[column] ?? 1);
      for (let n = column; n < row.length; n++) row[n] = (row[n] ?? 0) - factor * (top[n] ?? 0);
    }
    rank += 1;
  }
  return rank;
}

const peopleIn = (world: readonly CountryTally[], sum: readonly number[]) =>
  world.reduce((total, one, n) => total + (sum[n] ? one.people : 0), 0);

test("no sum of fewer than ten people follows from what is shown", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const shown = figuresOf(world, withholdSmallGroups(world)).flatMap(({ sum, tally }) => (tally ? [sum] : []));
      const rank = rankOf(shown);
      for (let subset = 1; subset < 2 ** world.length; subset++) {
        const sum = world.map((_, n) => (subset >> n) & 1);
        if (peopleIn(world, sum) >= fewestPeople) continue;
        expect(rankOf([...shown, sum]), `countries ${sum}`).toBe(rank + 1);
      }
    }),
    { numRuns: 300 },
  );
});

test("whatever is withheld of fewer than ten people could be otherwise", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const figures = figuresOf(world, withholdSmallGroups(world));
      for (const { sum, tally } of figures) {
        if (peopleIn(world, sum) >= fewestPeople) continue;
        expect(tally).toBeNull();
        // Another world with the same figures: one certified more here and, where a figure would tell, one fewer there.
        const other = movesOf(world).some(({ more, fewer }) => {
          const change = (of: readonly number[]) => (of[more] ?? 0) - (of[fewer] ?? 0);
          const same = figures.every((figure) => figure.tally === null || change(figure.sum) === 0);
          return same && change(sum) !== 0;
        });
        expect(other, JSON.stringify(world)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

/** Places of a country that could have one certified more, and of one that could have one fewer; -1 is no country. */
function movesOf(world: readonly CountryTally[]) {
  const places = [-1, ...world.keys()];
  const could = (place: number, is: (one: CountryTally) => boolean) => {
    const one = world[place];
    return !one || is(one);
  };
  return places
    .filter((more) => could(more, ({ people, certified }) => certified < people))
    .flatMap((more) => places.map((fewer) => ({ more, fewer })))
    .filter(({ fewer }) => could(fewer, ({ certified }) => certified > 0));
}

test("what is shown is true, and all of it where every group is large", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const figures = figuresOf(world, withholdSmallGroups(world));
      for (const { sum, tally } of figures) {
        const certified = world.reduce((total, one, n) => total + (sum[n] ? one.certified : 0), 0);
        if (tally) expect(tally).toEqual({ people: peopleIn(world, sum), certified });
        if (world.every((one) => one.people >= fewestPeople)) expect(tally).not.toBeNull();
      }
    }),
  );
});

test.each([
  {
    name: "the one small country of a region takes the next smallest with it",
    world: [
      { region: "R", country: "A", people: 4, certified: 1 },
      { region: "R", country: "B", people: 30, certified: 10 },
      { region: "R", country: "C", people: 90, certified: 80 },
    ],
    withheld: ["A", "B"],
  },
  {
    name: "a small region takes a country of another with it, and keeps the total",
    world: [
      { region: "R", country: "A", people: 4, certified: 1 },
      { region: "S", country: "B", people: 30, certified: 10 },
      { region: "S", country: "C", people: 90, certified: 80 },
      { region: "T", country: "D", people: 500, certified: 80 },
    ],
    withheld: ["R", "A", "S", "B"],
  },
  {
    name: "where nobody is certified a small country takes the totals with it",
    world: [
      { region: "R", country: "A", people: 4, certified: 0 },
      { region: "R", country: "B", people: 30, certified: 0 },
      { region: "S", country: "C", people: 90, certified: 0 },
    ],
    withheld: ["total", "R", "A"],
  },
])("$name", ({ world, withheld }) => {
  const { tally, regions } = withholdSmallGroups(world);
  const names = regions.flatMap((one) => [
    ...(one.tally ? [] : [one.region]),
    ...one.countries.flatMap(({ country, tally }) => (tally ? [] : [country])),
  ]);
  expect([...(tally ? [] : ["total"]), ...names]).toEqual(withheld);
});

test("a share is 0 or 100 percent only where it is nobody and everybody", () => {
  expect([1, 999, 0, 1000, 505].map((certified) => roundedShare({ people: 1000, certified }))).toEqual([
    0.01, 0.99, 0, 1, 0.51,
  ]);
});
