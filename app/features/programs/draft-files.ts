import type { z } from "zod";
import { checkShape, type Entry } from "./check-shape.ts";
import { checkHiddenCharacters } from "./check-text.ts";
import type { ContentProblem } from "./content-problem.ts";
import {
  editionFileSchema,
  itemFileSchema,
  itemSchema,
  programFileSchema,
  scenarioFileSchema,
  scenarioSchema,
  storySchema,
} from "./content-schema.ts";
import type { FileKind, ProgramDraft } from "./program-draft.ts";
import { readYaml, type YamlSource } from "./read-yaml.ts";
import { replaySchema } from "./replay-source.ts";

export type ContentFile = { file: string; text: string };

/** Adds one YAML file to the draft. What cannot be read is a problem and makes its kind incomplete. */
export function draftYamlFile(
  draft: ProgramDraft,
  kind: Exclude<FileKind, "lessons">,
  given: ContentFile,
): ContentProblem[] {
  const { source, problems } = readYaml(given);
  if (source) {
    draft.sources.push(source);
    problems.push(...checkHiddenCharacters(source), ...draftKind[kind](draft, source));
  } else draft.complete[kind] = false;
  return problems;
}

const draftKind = {
  program: (draft: ProgramDraft, source: YamlSource) => {
    const { entry, problems } = checkShape(programFileSchema, source);
    draft.program = entry;
    return problems;
  },
  editions: (draft: ProgramDraft, source: YamlSource) => {
    const { entry, problems } = checkShape(editionFileSchema, source);
    if (entry) draft.editions.push(entry);
    else draft.complete.editions = false;
    return problems;
  },
  scenarios: (draft: ProgramDraft, source: YamlSource) => {
    const { entry: file, problems } = checkShape(scenarioFileSchema, source);
    if (!file) draft.complete.scenarios = false;
    const entries = file ? eachEntry(scenarioSchema, source, "scenarios", file.value.scenarios.length) : [];
    for (const { entry, problems: found } of entries) {
      problems.push(...found);
      if (entry && file) draft.scenarios.push({ ...entry, moduleId: file.value.module, moduleAt: file.at("module") });
      else draft.complete.scenarios = false;
    }
    return problems;
  },
  items: (draft: ProgramDraft, source: YamlSource) => draftItems(draft, source, "items"),
  partnerItems: (draft: ProgramDraft, source: YamlSource) => draftItems(draft, source, "partnerItems"),
  stories: (draft: ProgramDraft, source: YamlSource) => {
    const { entry, problems } = checkShape(storySchema, source);
    if (entry) draft.stories.push(entry);
    else draft.complete.stories = false;
    return problems;
  },
  replays: (draft: ProgramDraft, source: YamlSource) => {
    const { entry, problems } = checkShape(replaySchema, source);
    if (entry) draft.replays.push(entry);
    else draft.complete.replays = false;
    return problems;
  },
};

function draftItems(draft: ProgramDraft, source: YamlSource, kind: "items" | "partnerItems"): ContentProblem[] {
  const { entry: file, problems } = checkShape(itemFileSchema, source);
  if (!file) draft.complete[kind] = false;
  const entries = file ? eachEntry(itemSchema, source, "items", file.value.items.length) : [];
  for (const { entry, problems: found } of entries) {
    problems.push(...found);
    if (entry) draft[kind].push(entry);
    else draft.complete[kind] = false;
  }
  return problems;
}

function eachEntry<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  list: string,
  length: number,
): { entry: Entry<T> | null; problems: ContentProblem[] }[] {
  return Array.from({ length }, (_, index) => checkShape(schema, source, [list, index]));
}
