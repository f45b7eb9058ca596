import type { Entry } from "./check-shape.ts";
import type { ContentProblem, Place } from "./content-problem.ts";
import type {
  EditionFile,
  FrontMatter,
  ItemSource,
  ProgramFile,
  ScenarioSource,
  StorySource,
} from "./content-schema.ts";
import type { LessonMarks } from "./inspect-lesson.ts";
import type { YamlSource } from "./read-yaml.ts";
import type { ContentNode } from "./release-content.ts";
import type { MediaFile } from "./replay-media.ts";
import type { ReplaySource } from "./replay-source.ts";

/** `marks` is null where the text of the lesson cannot be parsed. */
export type LessonDraft = Entry<FrontMatter> & { marks: LessonMarks | null; body: ContentNode[] };
export type ScenarioDraft = Entry<ScenarioSource> & { moduleId: string; moduleAt: Place };

/** `items` is the bank of the certification, `partnerItems` that of the partners' check. */
export type FileKind =
  | "program"
  | "editions"
  | "lessons"
  | "scenarios"
  | "items"
  | "partnerItems"
  | "stories"
  | "replays";

/** What could be read of a program's files. */
export type ProgramDraft = {
  program: Entry<ProgramFile> | null;
  editions: Entry<EditionFile>[];
  lessons: LessonDraft[];
  scenarios: ScenarioDraft[];
  items: Entry<ItemSource>[];
  partnerItems: Entry<ItemSource>[];
  stories: Entry<StorySource>[];
  replays: Entry<ReplaySource>[];
  /** What lies beside the descriptions of replays, by path inside the program's folder. */
  media: Map<string, MediaFile>;
  sources: YamlSource[];
  /**
   * False for a kind of which something could not be read. What is missing there is then no problem of its own:
   * checks that need the whole of a kind are left out.
   */
  complete: Record<FileKind, boolean>;
};

export function emptyDraft(): ProgramDraft {
  return {
    program: null,
    editions: [],
    lessons: [],
    scenarios: [],
    items: [],
    partnerItems: [],
    stories: [],
    replays: [],
    media: new Map(),
    sources: [],
    complete: {
      program: true,
      editions: true,
      lessons: true,
      scenarios: true,
      items: true,
      partnerItems: true,
      stories: true,
      replays: true,
    },
  };
}

/** A check that looks at the program as a whole. */
export type DraftCheck = (draft: ProgramDraft) => ContentProblem[];

/** The edition that the program names, when both could be read. */
export function findNamedEdition({ program, editions }: ProgramDraft): Entry<EditionFile> | null {
  return editions.find((one) => one.value.id === program?.value.edition) ?? null;
}

/** The lessons of the path to the certification; those for managers stand beside it. */
export function pathLessons({ lessons }: ProgramDraft): LessonDraft[] {
  return lessons.filter(({ value }) => value.audience === "everyone");
}
