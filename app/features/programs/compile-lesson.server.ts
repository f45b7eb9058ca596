import { bundleLesson } from "./bundle-lesson.server.ts";
import { checkShape } from "./check-shape.ts";
import { checkHiddenCharacters } from "./check-text.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import { frontMatterSchema } from "./content-schema.ts";
import type { ContentFile } from "./draft-files.ts";
import type { LessonDraft } from "./program-draft.ts";
import { readYaml, type YamlSource } from "./read-yaml.ts";

type CompiledLesson = { lesson: LessonDraft | null; source: YamlSource | null; problems: ContentProblem[] };

/** Reads the front matter of one lesson and compiles its body; no lesson when the front matter cannot be read. */
export async function compileLesson({ file, text }: ContentFile): Promise<CompiledLesson> {
  const found = /^---\n([\s\S]*?\n)?---(\n|$)/.exec(text);
  if (!found) {
    const message = 'The front matter is missing. Begin the file with a line "---", the keys, and a line "---".';
    return { lesson: null, source: null, problems: [problemAt({ file, line: 1 }, message)] };
  }
  // Blank lines in place of the front matter: the bundler must not read it, and lines count as in the file.
  const body = found[0].replace(/[^\n]/g, "") + text.slice(found[0].length);
  const bundled = await bundleLesson(file, body);
  const { source, problems } = readYaml({ file, text: found[1] ?? "", firstLine: 2 });
  problems.push(...bundled.problems);
  if (!source) return { lesson: null, source, problems };

  const { entry, problems: shape } = checkShape(frontMatterSchema, source);
  problems.push(...checkHiddenCharacters(source), ...shape);
  const lesson = entry && { ...entry, marks: bundled.marks, body: bundled.marks ? bundled.body : [] };
  return { lesson, source, problems };
}
