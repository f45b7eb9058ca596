import type { z } from "zod";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import { explainIssue } from "./explain-issue.ts";
import type { YamlPath, YamlSource } from "./read-yaml.ts";

/** A value of the content, and where each part of it stands in its file. */
export type Entry<T> = { value: T; at: (...path: YamlPath) => Place };

/** Validates what stands at `path`. Each issue becomes a problem at its own line; then there is no entry. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  path: YamlPath = [],
): { entry: Entry<T> | null; problems: ContentProblem[] } {
  const data = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], source.data);
  const parsed = schema.safeParse(data);
  if (parsed.success) {
    return { entry: { value: parsed.data, at: (...inner) => source.at([...path, ...inner]) }, problems: [] };
  }
  const problems = parsed.error.issues.map((raw) => {
    const issue = { ...raw, path: [...path, ...raw.path] };
    const place =
      issue.code === "unrecognized_keys" && issue.keys[0] !== undefined
        ? source.keyAt(issue.path, issue.keys[0])
        : source.at(issue.path);
    return problemAt(place, explainIssue(issue, source.data));
  });
  return { entry: null, problems };
}
