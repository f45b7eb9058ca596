import { type ContentProblem, problemAt } from "./content-problem.ts";
import type { YamlPath, YamlSource } from "./read-yaml.ts";

/** First and last code point of what no reader sees: controls but for tab and line end, marks that turn the direction. */
const hiddenRanges = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
] as const;

/** The first character that hides something from a reader or turns the direction of what follows, or null. */
export function findHiddenCharacter(text: string): string | null {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (hiddenRanges.some(([first, last]) => code >= first && code <= last)) {
      return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    }
  }
  return null;
}

export function explainHidden(code: string): string {
  return `The text holds the invisible character ${code}, which can make it read differently from what it says. Delete it.`;
}

/** Hidden characters in any text of a YAML file, also where they are written as an escape. */
export function checkHiddenCharacters(source: YamlSource): ContentProblem[] {
  return listTexts(source.data).flatMap(({ path, text }) => {
    const code = findHiddenCharacter(text);
    return code ? [problemAt(source.at(path), explainHidden(code))] : [];
  });
}

/** Every text in a YAML value, keys not counted. */
export function listTexts(value: unknown, path: YamlPath = []): { path: YamlPath; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, member]) => listTexts(member, [...path, key]));
}
