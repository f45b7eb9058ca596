import { glob, readFile } from "node:fs/promises";
import ts from "typescript";
import { expect, test } from "vitest";
import { catalogues } from "./catalogues.ts";

const plural = /_(zero|one|two|few|many|other)$/;

function keysOf(texts: object, before = ""): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string" ? [before + name] : keysOf(text, `${before}${name}.`),
  );
}

/** As in `status.${name}`; null for what could stand for any text. */
function patternOf({ head, templateSpans }: ts.TemplateExpression): RegExp | null {
  const parts = [head.text, ...templateSpans.map(({ literal }) => literal.text)];
  if (!/^[\w.:-]{3,}$/.test(parts.join(""))) return null;
  return new RegExp(`^${parts.join(".+").replaceAll(/\.(?!\+)/g, "\\.")}$`);
}

test("every text of the catalogues is named by the code, as it is or put together", async () => {
  const literals = new Set<string>();
  const patterns = new Map<string, RegExp>();
  const read = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    const pattern = ts.isTemplateExpression(node) ? patternOf(node) : null;
    if (pattern) patterns.set(pattern.source, pattern);
    ts.forEachChild(node, read);
  };
  for await (const file of glob("app/**/*.{ts,tsx}"))
    if (!file.includes(".test.")) read(ts.createSourceFile(file, await readFile(file, "utf8"), ts.ScriptTarget.Latest));
  const isNamed = (name: string) => literals.has(name) || [...patterns.values()].some((pattern) => pattern.test(name));
  const unused = Object.entries(catalogues).flatMap(([area, texts]) =>
    keysOf(texts)
      .filter((key) => ![key, key.replace(plural, "")].some((name) => isNamed(name) || isNamed(`${area}:${name}`)))
      .map((key) => `${area}:${key}`),
  );
  expect(unused).toEqual([]);
});
