import { runInNewContext } from "node:vm";
import type { BuildFailure } from "esbuild";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import { inspectLesson, type LessonMarks } from "./inspect-lesson.ts";
import type { MarkdownNode } from "./lesson-refusals.ts";
import { contentTree, type Recorded, recordedComponents, recordingRuntime } from "./record-content.ts";
import type { ContentNode } from "./release-content.ts";

export type BundledLesson = { body: ContentNode[]; marks: LessonMarks; problems: ContentProblem[] };

/**
 * Compiles the Markdown of one lesson to a tree. `source` has blank lines in place of its front matter, so that lines
 * count as in the file. `marks` is null when the text cannot be parsed; `body` is empty when there is any problem.
 */
export async function bundleLesson(
  file: string,
  source: string,
): Promise<BundledLesson | { marks: null; problems: ContentProblem[] }> {
  let inspected: ReturnType<typeof inspectLesson> = inspectLesson(file, { type: "root" });
  const inspect = () => (tree: MarkdownNode) => {
    inspected = inspectLesson(file, tree);
    // What is wrong is never compiled, so nothing of it is resolved, bundled or run.
    if (inspected.problems.length > 0) tree.children = [];
  };
  try {
    const { code } = await bundleMDX({
      source,
      mdxOptions: (options) => ({ ...options, development: false, remarkPlugins: [remarkGfm, inspect] }),
      esbuildOptions: (options) => ({ ...options, logLevel: "silent" }),
    });
    const { marks, problems } = inspected;
    return { body: problems.length > 0 ? [] : contentTree(record(code)), marks, problems };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return { marks: null, problems: error.errors.map((one) => syntaxProblem(file, one)) };
  }
}

/** Runs the bundle once, with nothing in reach but the recorder. */
function record(code: string): Recorded {
  const context = {
    React: {},
    ReactDOM: {},
    _jsx_runtime: recordingRuntime,
    components: recordedComponents,
  };
  return runInNewContext(`(function () { ${code} })().default({ components })`, context, {
    timeout: 1000,
    contextCodeGeneration: { strings: false, wasm: false },
  });
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

function syntaxProblem(file: string, { text, location }: BuildFailure["errors"][number]): ContentProblem {
  const said = (text.split("\n").slice(1).join(" ") || text).trim();
  const reason = said.replace(/^[\d:-]+: /, "").replace(/ \(note: .*\)$/, "");
  // A tag without its end is reported at the end of the file; where it begins stands in the words.
  const opened = /\((\d+):\d+-\d+:\d+\)/.exec(reason)?.[1];
  const line = Number(opened ?? (location?.line || 1));
  const hint = "Close every tag; in prose write { as &#123; and < as &lt;, and a note as <AuthorNote>.";
  return problemAt({ file, line }, `This cannot be read: ${reason}. ${hint}`);
}
