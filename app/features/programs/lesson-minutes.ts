import { contentLimits } from "./content-limits.ts";

/** Whole minutes for reading a lesson of so many words and taking its practice scenarios, rounded up. */
export function lessonMinutes({ words, scenarios }: { words: number; scenarios: number }): number {
  const { wordsPerMinute, secondsPerScenario } = contentLimits.reading;
  // In whole seconds times the pace, so that no rounding of a fraction adds a minute.
  return Math.ceil((words * 60 + scenarios * secondsPerScenario * wordsPerMinute) / (60 * wordsPerMinute));
}
