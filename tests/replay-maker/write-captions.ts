import type { Sentence } from "./lay-out.ts";

/** Two lines of this many characters are as much as can be read at a glance. */
const lineLength = 42;
/** A caption stays this long after its sentence, unless the next one comes. */
const linger = 0.4;

/** WebVTT of what is said: a sentence is one caption, or several parts that share its time by their length. */
export function writeCaptions(sentences: Sentence[]): string {
  const cues = sentences.flatMap(cuesOf);
  const blocks = cues.map(({ text, start, end }, n) => {
    const until = Math.min(end + linger, cues[n + 1]?.start ?? Number.POSITIVE_INFINITY);
    return `${stamp(start)} --> ${stamp(until)}\n${inLines(text)}\n`;
  });
  return `WEBVTT\n\n${blocks.join("\n")}`;
}

function cuesOf({ text, start, end }: Sentence): Sentence[] {
  const parts = partsOf(text);
  const whole = parts.reduce((sum, part) => sum + part.length, 0);
  let from = start;
  return parts.map((part) => {
    const cue = { text: part, start: from, end: from + ((end - start) * part.length) / whole };
    from = cue.end;
    return cue;
  });
}

/** Cut between sentences, then after a comma, then between words, each time nearest to the middle. */
function partsOf(text: string): string[] {
  if (text.length <= lineLength * 2 - 4) return [text];
  const places = [/(?<=[.?]) /g, /(?<=,) /g, / /g].map((pattern) =>
    [...text.matchAll(pattern)].map(({ index }) => index),
  );
  const middle = text.length / 2;
  const near = places.flatMap((found) =>
    found.filter((place) => Math.abs(place - middle) < text.length * 0.3).slice(0, 99),
  );
  const groups = places.map((found) => found.filter((place) => near.includes(place)));
  const best = groups.find((group) => group.length > 0)?.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (best === undefined) return [text];
  return [...partsOf(text.slice(0, best)), ...partsOf(text.slice(best + 1))];
}

function inLines(text: string): string {
  if (text.length <= lineLength) return text;
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const best = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? 0;
  return `${text.slice(0, best)}\n${text.slice(best + 1)}`;
}

function stamp(seconds: number): string {
  const whole = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(whole / 60_000)}:${two((whole / 1000) % 60)}.${String(whole % 1000).padStart(3, "0")}`;
}
