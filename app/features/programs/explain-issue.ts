import type { z } from "zod";
import type { YamlPath } from "./read-yaml.ts";

/** A schema issue in words for an author: the value, what is wrong with it, what to do. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown): string {
  const owner = describePath(issue.path, data);
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return `${owner}${keys} is not a key that belongs here. Remove it or correct its name.`;
  }
  const name = nameOf(issue.path, data);
  const value = valueAt(data, issue.path);
  if (value === undefined) return `${name} is missing. Add it.`;
  if (value === null || value === "") return `${name} is empty. Write it.`;
  return `${name} ${expectation(issue)}.`;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `is not ${kinds[issue.expected] ?? `of the kind ${issue.expected}`}. Write ${kinds[issue.expected] ?? "one"}`;
    case "invalid_value":
      return `has a value that is not known. Write one of: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") return "is empty. Write at least one";
      return `is too small. Write ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return `is too large. Write at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping of keys to values",
};

function nameOf(path: YamlPath, data: unknown): string {
  const key = path.at(-1);
  if (key === undefined) return "The file";
  if (typeof key === "number") return describePath(path, data).slice(0, -": ".length);
  return `${describePath(path.slice(0, -1), data)}"${String(key)}"`;
}

const singular: Record<string, string> = {
  sections: "section",
  clauses: "clause",
  scenarios: "scenario",
  items: "item",
  choices: "choice",
  statements: "statement",
  scenes: "scene",
  endings: "ending",
  chapters: "chapter",
  checkpoints: "checkpoint",
  captions: "captions",
};

/** `scenario adriatic-lines, choice c: ` for `["scenarios", 0, "choices", 2]`. */
function describePath(path: YamlPath, data: unknown): string {
  const parts: string[] = [];
  for (const [depth, key] of path.entries()) {
    const next = path[depth + 1];
    if (typeof key === "number") {
      const entry = valueAt(data, path.slice(0, depth + 1));
      const named = typeof entry === "object" && entry !== null && "id" in entry ? String(entry.id) : `${key + 1}`;
      const list = String(path[depth - 1]);
      parts.push(`${singular[list] ?? list} ${named}`);
    } else if (typeof next !== "number") parts.push(String(key));
  }
  return parts.length > 0 ? `${parts.join(", ")}: ` : "";
}

function valueAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}
