import type { AttemptForm } from "#app/platform/db.server.ts";
import type { Item } from "../programs/release-content.ts";
import { seededRandom, shuffle } from "./seeded-random.ts";

/**
 * Draws a form of `length` items, the same one for the same seed. Every clause of the bank is asked as far as the length
 * allows, must-pass clauses first and always (the form grows when they alone need more places); the other places are
 * spread evenly. An item of `avoid` is drawn only for a clause that has no other, or when every other item is drawn.
 */
export function drawForm(given: {
  bank: readonly Item[];
  length: number;
  seed: string;
  avoid: ReadonlySet<string>;
}): AttemptForm {
  const random = seededRandom(given.seed);
  const clauses = shuffle([...byClause(given.bank).values()], random);
  const stacks = clauses.map((items) => ({
    mustPass: items.some((item) => item.mustPass),
    fresh: shuffle(
      items.filter((item) => !given.avoid.has(item.id)),
      random,
    ),
    seen: shuffle(
      items.filter((item) => given.avoid.has(item.id)),
      random,
    ),
  }));
  const mustPass = stacks.filter((stack) => stack.mustPass);
  const others = stacks.filter((stack) => !stack.mustPass);
  const length = Math.max(Math.min(given.length, given.bank.length), mustPass.length);

  const drawn: Item[] = [];
  for (const stack of [...mustPass, ...others].slice(0, length)) drawn.push(...takeOne(stack.fresh, stack.seen));
  for (const kind of ["fresh", "seen"] as const) {
    while (drawn.length < length && stacks.some((stack) => stack[kind].length > 0)) {
      const round = shuffle(stacks, random).flatMap((stack) => takeOne(stack[kind]));
      drawn.push(...round.slice(0, length - drawn.length));
    }
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

/** The last item of the first stack that has one. */
function takeOne(...stacks: Item[][]): Item[] {
  return stacks.find((stack) => stack.length > 0)?.splice(-1) ?? [];
}

function byClause(bank: readonly Item[]): Map<string, Item[]> {
  const clauses = new Map<string, Item[]>();
  for (const item of bank) clauses.set(item.clause, [...(clauses.get(item.clause) ?? []), item]);
  return clauses;
}
