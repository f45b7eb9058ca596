import { assembleRelease, type CompiledProgram } from "./assemble-release.ts";
import { type BlueprintRow, blueprintOf } from "./blueprint.ts";
import { checkBankQuality, checkVerbatimAnswers } from "./check-bank-quality.ts";
import { checkChoices } from "./check-choices.ts";
import { checkBankSize, checkCoverage } from "./check-coverage.ts";
import { checkIds } from "./check-ids.ts";
import { checkLessons } from "./check-lessons.ts";
import { checkNumbering } from "./check-numbering.ts";
import { checkOutlines } from "./check-outline.ts";
import { checkPolicy } from "./check-policy.ts";
import { checkClauseReferences, checkLinks } from "./check-references.ts";
import { checkRepeats } from "./check-repeats.ts";
import { checkReplayFiles } from "./check-replay-files.ts";
import { checkReplays } from "./check-replays.ts";
import { checkStories } from "./check-story.ts";
import { compileLesson } from "./compile-lesson.server.ts";
import { type ContentProblem, sortProblems } from "./content-problem.ts";
import { type ContentFile, draftYamlFile } from "./draft-files.ts";
import { mapLimited } from "./map-limited.ts";
import { type DraftCheck, emptyDraft, type ProgramDraft } from "./program-draft.ts";
import { readProgramFiles } from "./read-program-files.server.ts";
import { readReplayMedia } from "./read-replay-media.server.ts";
import { releaseId } from "./release-id.server.ts";
import { figuresOf, type ProgramFigures } from "./report-figures.ts";

export type Compilation = {
  /** Sorted by file and line. */
  problems: ContentProblem[];
  /** True when something could not be read, so that checks of the whole program were left out. */
  partial: boolean;
  blueprint: BlueprintRow[];
  figures: ProgramFigures;
  /** Null as long as there is a problem. */
  release: { id: string; content: CompiledProgram } | null;
};

const checks: DraftCheck[] = [
  checkNumbering,
  checkIds,
  checkChoices,
  checkClauseReferences,
  checkLinks,
  checkLessons,
  checkOutlines,
  checkRepeats,
  checkStories,
  checkReplays,
  checkReplayFiles,
  checkPolicy,
  checkCoverage,
  checkBankSize,
  checkBankQuality,
  checkVerbatimAnswers,
];

/** Two, because bundling a lesson keeps a core busy and the machine may be small. */
const bundlesAtOnce = 2;

/** Compiles a program's folder. Throws only when the folder cannot be read: what is wrong in it is in `problems`. */
export async function compileProgram(
  folder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Compilation> {
  const { files, media, problems } = await readProgramFiles(folder);
  const draft = emptyDraft();
  let done = 0;
  const step = () => onProgress(++done, files.length);

  const lessons = files.filter(({ kind }) => kind === "lessons");
  const compiled = await mapLimited(lessons, bundlesAtOnce, async (file) => {
    const result = await compileLesson(file);
    step();
    return result;
  });
  for (const result of compiled) addLesson(draft, result);
  problems.push(...compiled.flatMap((result) => result.problems));
  for (const { kind, ...file } of files) {
    if (kind === "lessons") continue;
    problems.push(...draftYamlFile(draft, kind, file satisfies ContentFile));
    step();
  }

  draft.media = await readReplayMedia(folder, media);
  if (!draft.program) draft.complete.program = false;

  for (const check of checks) problems.push(...check(draft));
  const partial = Object.values(draft.complete).includes(false) || draft.lessons.some(({ marks }) => !marks);
  const content = problems.length === 0 ? assembleRelease(draft) : null;
  return {
    problems: sortProblems(problems),
    partial,
    blueprint: blueprintOf(draft),
    figures: figuresOf(draft),
    release: content && { id: releaseId(content), content },
  };
}

function addLesson(draft: ProgramDraft, { lesson, source }: Awaited<ReturnType<typeof compileLesson>>) {
  if (source) draft.sources.push(source);
  if (lesson) draft.lessons.push(lesson);
  else draft.complete.lessons = false;
}
