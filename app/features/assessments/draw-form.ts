import type { AttemptForm } from "#app/platform/db.server.ts";
import type { Item } from "../programs/release-content.ts";
import { seededRandom, shuffle } from "./seeded-random.ts";

/** When each item was last shown to the person, in milliseconds; one that is missing was never shown. */
export type SeenItems = ReadonlyMap<string, number>;

type Stack = { mustPass: boolean /** The one to draw next comes last. */; items: Item[] };

/**
 * Draws a form of `length` items, the same one for the same seed. Every clause of the bank is asked as far as the length
 * allows, must-pass clauses first and always (the form grows when they alone need more places); the other places are
 * spread evenly. Items that were never shown come first, then those whose last showing is longest ago: another one is
 * drawn only for a clause that is to be asked and has nothing better.
 */
export function drawForm(given: { bank: readonly Item[]; length: number; seed: string; seen: SeenItems }): AttemptForm {
  const random = seededRandom(given.seed);
  const shownAt = (item: Item | undefined) => (item && given.seen.get(item.id)) ?? Number.NEGATIVE_INFINITY;
  const latestFirst = (a: Item | undefined, b: Item | undefined) => compare(shownAt(b), shownAt(a));
  const stacks: Stack[] = shuffle([...byClause(given.bank).values()], random).map((items) => ({
    mustPass: items.some((item) => item.mustPass),
    items: shuffle(items, random).sort(latestFirst),
  }));
  const mustPass = stacks.filter((stack) => stack.mustPass);
  const others = stacks.filter((stack) => !stack.mustPass).sort((a, b) => latestFirst(b.items.at(-1), a.items.at(-1)));
  const length = Math.max(Math.min(given.length, given.bank.length), mustPass.length);

  const drawn = [...mustPass, ...others].slice(0, length).flatMap(takeNext);
  while (drawn.length < length) {
    const round = shuffle(
      stacks.filter((stack) => stack.items.length > 0),
      random,
    );
    const longestAgo = round.map((stack) => shownAt(stack.items.at(-1))).reduce((a, b) => Math.min(a, b));
    const best = round.filter((stack) => shownAt(stack.items.at(-1)) === longestAgo);
    drawn.push(...best.slice(0, length - drawn.length).flatMap(takeNext));
  }
  return shuffle(drawn, random).map((item) => ({
    itemId: item.id,
    clause: item.clause,
    choices: shuffle(
      item.choices.map((choice) => choice.id),
      random,
    ),
  }));
}

function takeNext(stack: Stack): Item[] {
  return stack.items.splice(-1);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function byClause(bank: readonly Item[]): Map<string, Item[]> {
  const clauses = new Map<string, Item[]>();
  for (const item of bank) clauses.set(item.clause, [...(clauses.get(item.clause) ?? []), item]);
  return clauses;
}
