import type { Range } from "./content-limits.ts";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import { countWords } from "./count-words.ts";

/** A problem when `text` has fewer or more words than the range allows; `name` begins its sentence. */
export function problemOfLength(name: string, text: string, [least, most]: Range, place: Place): ContentProblem[] {
  const words = countWords(text);
  if (words < least) return [problemAt(place, `${name} has ${words} of at least ${least} words. Write more.`)];
  return words > most ? [problemAt(place, `${name} has ${words} words. Shorten it to at most ${most}.`)] : [];
}

/** Choices that speak of the other choices: they break when the choices are shuffled, and they give the key away. */
const sweeping =
  /\b(all|none|any|both|neither|some|each) of (the )?(above|below|following|preceding|other choices|other answers|these answers|these choices)\b/i;

export function problemOfSweeping({ id, text }: { id: string; text: string }, place: Place): ContentProblem[] {
  if (!sweeping.test(text)) return [];
  const message = `Choice ${id} speaks of the other choices, which are shuffled. Write what the person does, in full.`;
  return [problemAt(place, message)];
}
