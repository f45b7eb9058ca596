import type { Entry } from "./check-shape.ts";
import type { ContentProblem, Place } from "./content-problem.ts";
import type { EditionFile, FrontMatter, ItemSource, ProgramFile, ScenarioSource } from "./content-schema.ts";
import type { LessonMarks } from "./inspect-lesson.ts";
import type { YamlSource } from "./read-yaml.ts";
import type { ContentNode } from "./release-content.ts";

/** `marks` is null where the text of the lesson cannot be parsed. */
export type LessonDraft = Entry<FrontMatter> & { marks: LessonMarks | null; body: ContentNode[] };
export type ScenarioDraft = Entry<ScenarioSource> & { moduleId: string; moduleAt: Place };

/** What could be read of a program's files. */
export type ProgramDraft = {
  program: Entry<ProgramFile> | null;
  editions: Entry<EditionFile>[];
  lessons: LessonDraft[];
  scenarios: ScenarioDraft[];
  items: Entry<ItemSource>[];
  sources: YamlSource[];
  /**
   * False for a kind of which something could not be read. What is missing there is then no problem of its own:
   * checks that need the whole of a kind are left out.
   */
  complete: Record<"program" | "editions" | "lessons" | "scenarios" | "items", boolean>;
};

export function emptyDraft(): ProgramDraft {
  return {
    program: null,
    editions: [],
    lessons: [],
    scenarios: [],
    items: [],
    sources: [],
    complete: { program: true, editions: true, lessons: true, scenarios: true, items: true },
  };
}

/** A check that looks at the program as a whole. */
export type DraftCheck = (draft: ProgramDraft) => ContentProblem[];

/** The edition that the program names, when both could be read. */
export function findNamedEdition({ program, editions }: ProgramDraft): Entry<EditionFile> | null {
  return editions.find((one) => one.value.id === program?.value.edition) ?? null;
}
