import { contentLimits } from "./content-limits.ts";
import { countWords } from "./count-words.ts";
import { keySets, measureKeys } from "./key-sets.ts";
import { lessonMinutes } from "./lesson-minutes.ts";
import { type ProgramDraft, pathLessons } from "./program-draft.ts";
import { plainText } from "./record-content.ts";
import { storyMinutes } from "./story-graph.ts";

export type LessonFigures = {
  id: string;
  audience: "everyone" | "managers";
  words: number;
  scenarios: number;
  /** Whole minutes, practice included. */
  minutes: number;
};

export type ProgramFigures = {
  lessons: LessonFigures[];
  /** Whole minutes of the way to the certification, by its parts; null for what the program does not have. */
  minutes: { lessons: number; story: number | null; assessment: number | null; attestation: number | null };
  bank: { items: number; form: number | null };
  keys: {
    name: string;
    questions: number;
    /** Too few to be held to the limits. */
    chance: boolean;
    longest: { share: number; limit: number };
    positions: { counts: number[]; chiSquare: number; limit: number };
  }[];
};

/** How long the program is and whether its keys can be guessed, as far as it could be read. */
export function figuresOf(draft: ProgramDraft): ProgramFigures {
  const lessons = [...draft.lessons].sort(
    (a, b) =>
      Number(a.value.audience === "managers") - Number(b.value.audience === "managers") ||
      a.value.order - b.value.order,
  );
  const figures = lessons.map(({ value: { id, audience }, marks, body }): LessonFigures => {
    const words = countWords(plainText(body));
    const scenarios = marks?.practices.length ?? 0;
    return { id, audience, words, scenarios, minutes: lessonMinutes({ words, scenarios }) };
  });
  const onPath = new Set(pathLessons(draft).map(({ value }) => value.id));
  const program = draft.program?.value;
  const [story] = draft.stories;
  return {
    lessons: figures,
    minutes: {
      lessons: figures.filter(({ id }) => onPath.has(id)).reduce((sum, { minutes }) => sum + minutes, 0),
      story: story ? storyMinutes(story.value) : null,
      assessment: program?.assessment.minutes ?? null,
      attestation: program?.attestation.minutes ?? null,
    },
    bank: { items: draft.items.length, form: program?.assessment.items ?? null },
    keys: keySets(draft)
      .filter(({ questions }) => questions.length > 0)
      .map((set) => {
        const { longest, positions } = measureKeys(set);
        const { share, limit } = longest;
        const chance = set.questions.length < set.fewest;
        return { name: set.name, questions: set.questions.length, chance, longest: { share, limit }, positions };
      }),
  };
}

/** Minutes of all parts of the path together. */
export function pathMinutes({ lessons, story, assessment, attestation }: ProgramFigures["minutes"]): number {
  return lessons + (story ?? 0) + (assessment ?? 0) + (attestation ?? 0);
}

/** Minutes of reading alone, to one decimal. */
export function readingMinutes({ words }: LessonFigures): string {
  return (words / contentLimits.reading.wordsPerMinute).toFixed(1);
}
