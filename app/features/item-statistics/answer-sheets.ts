/** An item as far as the figures need it; `choices` in the order of the bank. */
export type MeasuredItem = {
  id: string;
  clause: string;
  mustPass: boolean;
  difficulty: "easy" | "medium" | "hard";
  choices: { id: string; correct: boolean }[];
};

/**
 * The first attempts of a release, packed: 40,000 attempts of 20 items take about 5 MB. The answers of attempt `n` are
 * those from `starts[n]` up to `starts[n + 1]`.
 */
export type AnswerSheets = {
  items: readonly MeasuredItem[];
  languages: readonly string[];
  regions: readonly string[];
  count: number;
  starts: Uint32Array;
  /** Place in `items`. */
  item: Uint16Array;
  /** 0 where the question was left open, otherwise the place in the item's choices counted from 1. */
  choice: Uint8Array;
  /** From the answer before (or the start) to this one; 0 where it was left open. */
  seconds: Uint16Array;
  language: Uint16Array;
  region: Uint16Array;
  submittedAt: Float64Array;
};

export type SheetAnswer = { itemId: string; choice: string | null; seconds: number };
export type Sheet = { language: string; region: string; submittedAt: number; answers: readonly SheetAnswer[] };

/** Packs sheets one after another. `mostAnswers` is the room for answers of all of them together. */
export function sheetPacker(items: readonly MeasuredItem[], room: { sheets: number; answers: number }) {
  const places = new Map(items.map((item, place) => [item.id, place]));
  const choices = items.map((item) => new Map(item.choices.map((choice, place) => [choice.id, place + 1])));
  const languages = new Map<string, number>();
  const regions = new Map<string, number>();
  const starts = new Uint32Array(room.sheets + 1);
  const item = new Uint16Array(room.answers);
  const choice = new Uint8Array(room.answers);
  const seconds = new Uint16Array(room.answers);
  const language = new Uint16Array(room.sheets);
  const region = new Uint16Array(room.sheets);
  const submittedAt = new Float64Array(room.sheets);
  let count = 0;
  let at = 0;
  return {
    /** Throws when the items lack one that was asked: the form was drawn from another release. */
    add: (sheet: Sheet) => {
      for (const answer of sheet.answers) {
        const place = places.get(answer.itemId);
        if (place === undefined) throw new Error(`The item bank does not hold ${answer.itemId}.`);
        item[at] = place;
        choice[at] = answer.choice === null ? 0 : (choices[place]?.get(answer.choice) ?? 0);
        seconds[at] = Math.min(65_535, Math.max(0, answer.seconds));
        at += 1;
      }
      language[count] = numberOf(languages, sheet.language);
      region[count] = numberOf(regions, sheet.region);
      submittedAt[count] = sheet.submittedAt;
      count += 1;
      starts[count] = at;
    },
    done: (): AnswerSheets => ({
      ...{ items, languages: [...languages.keys()], regions: [...regions.keys()], count },
      ...{ starts, item, choice, seconds, language, region, submittedAt },
    }),
  };
}

function numberOf(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}
