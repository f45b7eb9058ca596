import {
  type AnswerSheets,
  type MeasuredItem,
  type Sheet,
  sheetPacker,
} from "#app/features/item-statistics/answer-sheets.ts";

/** An item of four choices with `a` as the key, unless named otherwise. */
export function measuredItem(id: string, key = "a"): MeasuredItem {
  const choices = ["a", "b", "c", "d"].map((choice) => ({ id: choice, correct: choice === key }));
  return { id, clause: "ROE-1.1", mustPass: false, difficulty: "medium", choices };
}

export type MadeSheet = Partial<Omit<Sheet, "answers">> & {
  /** By item id: the choice taken, or null where the question was left open. */
  answers: Record<string, string | null>;
  seconds?: number;
};

export function answerSheets(items: readonly MeasuredItem[], sheets: readonly MadeSheet[]): AnswerSheets {
  const answers = sheets.reduce((sum, sheet) => sum + Object.keys(sheet.answers).length, 0);
  const packer = sheetPacker(items, { sheets: sheets.length, answers });
  for (const { language = "en", region = "AMERICAS", submittedAt = 0, seconds = 30, answers: given } of sheets) {
    packer.add({
      ...{ language, region, submittedAt },
      answers: Object.entries(given).map(([itemId, choice]) => ({ itemId, choice, seconds })),
    });
  }
  return packer.done();
}

/** Everybody was asked every item; `1` in a row is right and `0` wrong. */
export function sheetsOfMarks(rows: readonly string[]): AnswerSheets {
  const items = [...(rows[0] ?? "")].map((_, n) => measuredItem(`item-${n + 1}`));
  return answerSheets(
    items,
    rows.map((row) => ({
      answers: Object.fromEntries([...row].map((mark, n) => [`item-${n + 1}`, mark === "1" ? "a" : "b"])),
    })),
  );
}
