import { contentLimits, type Range } from "./content-limits.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import { countWords } from "./count-words.ts";
import type { Section } from "./outline-lesson.ts";
import type { DraftCheck, LessonDraft, ProgramDraft } from "./program-draft.ts";
import { plainText } from "./record-content.ts";

const limits = contentLimits.lesson;

/** A lesson is as long as it may be, opens with a deal, says one idea under each heading and has all of its boxes. */
export const checkOutlines: DraftCheck = (draft) =>
  draft.lessons.flatMap((lesson) => [
    ...checkLength(lesson, draft),
    ...checkOpening(lesson),
    ...checkSections(lesson),
    ...checkBoxes(lesson),
  ]);

function checkLength({ value, marks, body, at }: LessonDraft, { program, complete }: ProgramDraft): ContentProblem[] {
  // A lesson with a problem has no body to count, and program.yaml may allow other lengths.
  if (!marks || body.length === 0 || !complete.program) return [];
  const { minutes, scenarios } = program?.value.lessons ?? limits[value.audience];
  const pace = contentLimits.reading.wordsPerMinute;
  const words: Range = [minutes[0] * pace, minutes[1] * pace];
  const has = countWords(plainText(body));
  const shown = marks.practices.length;
  const problems: ContentProblem[] = [];
  const say = (message: string) => problems.push(problemAt(at("title"), message));
  const reading = `${minutes.join(" to ")} minutes of reading`;
  if (has < words[0]) say(`The lesson has ${has} of at least ${words[0]} words (${reading}). Write more.`);
  if (has > words[1]) say(`The lesson has ${has} words. Shorten it to at most ${words[1]} (${reading}), or divide it.`);
  if (shown < scenarios[0] || shown > scenarios[1])
    say(`The lesson has ${shown} practice scenarios. Show ${scenarios[0]} to ${scenarios[1]}.`);
  return problems;
}

function checkOpening({ marks, at }: LessonDraft): ContentProblem[] {
  const [opening] = marks?.outline.sections ?? [];
  if (!marks || !opening || marks.outline.opensWithText) return [];
  const place = { file: at().file, line: opening.line };
  return [problemAt(place, "The lesson does not open with a paragraph. Open it with a deal; the rule comes after it.")];
}

function checkSections({ marks, at }: LessonDraft): ContentProblem[] {
  const { file } = at();
  const { sections, paragraphs } = marks?.outline ?? { sections: [], paragraphs: [] };
  const headings = sections.filter(({ heading }) => heading !== null);
  return [
    ...headings.flatMap(({ heading, line, empty }, n) => {
      const place = { file, line };
      const words = countWords(heading ?? "");
      const before = headings.slice(0, n).find((one) => sameHeading(one, heading));
      return [
        ...(words > limits.headingWords
          ? [problemAt(place, `The heading has ${words} words. Say its one idea in at most ${limits.headingWords}.`)]
          : []),
        ...(before
          ? [
              problemAt(
                place,
                `The heading "${heading}" already stands on line ${before.line}. Give each idea its own.`,
              ),
            ]
          : []),
        ...(empty
          ? [problemAt(place, `Nothing stands under the heading "${heading}". Write what it announces, or remove it.`)]
          : []),
      ];
    }),
    ...sections
      .filter(({ words }) => words > limits.sectionWords)
      .map(({ line, words }) =>
        problemAt(
          { file, line },
          `The section has ${words} words. Divide it by a heading for each idea, or shorten it to at most ${limits.sectionWords}.`,
        ),
      ),
    ...paragraphs
      .filter(({ words }) => words > limits.paragraphWords)
      .map(({ line, words }) =>
        problemAt(
          { file, line },
          `The paragraph has ${words} words. Divide it, or shorten it to at most ${limits.paragraphWords}.`,
        ),
      ),
  ];
}

function sameHeading({ heading }: Section, other: string | null): boolean {
  return heading?.toLowerCase() === other?.toLowerCase();
}

function checkBoxes({ marks, at }: LessonDraft): ContentProblem[] {
  if (!marks) return [];
  const { boxes } = marks.outline;
  const [monday, again] = boxes.filter(({ name }) => name === "Monday");
  const sides = new Set(boxes.filter(({ name }) => name === "Gain").map(({ side }) => side));
  const problems: ContentProblem[] = [];
  if (!monday)
    problems.push(problemAt(at("title"), "The lesson does not say what to do on Monday. Add <Monday>…</Monday>."));
  if (again) {
    const message = `What to do on Monday already stands on line ${monday?.line}. Say it once.`;
    problems.push(problemAt({ file: at().file, line: again.line }, message));
  }
  if (!boxes.some(({ name }) => name === "Edge"))
    problems.push(problemAt(at("title"), "The lesson does not show where its rule bends. Add <Edge>…</Edge>."));
  if (sides.size < limits.gainingSides) {
    const message = `The lesson shows the gain of ${sides.size} of at least ${limits.gainingSides} sides. Add <Gain side="…">…</Gain>.`;
    problems.push(problemAt(at("title"), message));
  }
  return problems;
}
