import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";

export type YamlPath = readonly PropertyKey[];

export type YamlSource = {
  file: string;
  data: unknown;
  /** Where the value at `path` stands, or where the nearest enclosing one begins when there is none. */
  at: (path: YamlPath) => Place;
  /** Where `key` itself is written in the mapping at `path`. */
  keyAt: (path: YamlPath, key: string) => Place;
};

/** Parses one document. `firstLine` is the line of the file on which `text` begins. No source when it has problems. */
export function readYaml({ file, text, firstLine = 1 }: { file: string; text: string; firstLine?: number }): {
  source: YamlSource | null;
  problems: ContentProblem[];
} {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => ({ file, line: lines.linePos(offset).line + firstLine - 1 });
  const problems = [...document.errors, ...document.warnings].map((error) =>
    problemAt(place(error.pos[0]), explain(error)),
  );
  visit(document, {
    Alias: (_, alias) => {
      problems.push(
        problemAt(place(alias.range?.[0] ?? 0), `"*${alias.source}" refers to another value. Write the value out.`),
      );
    },
  });
  if (problems.length > 0) return { source: null, problems };

  const node = (path: YamlPath) => (path.length === 0 ? document.contents : document.getIn(path, true));
  const at = (path: YamlPath): Place => {
    for (let depth = path.length; depth >= 0; depth--) {
      const found = node(path.slice(0, depth));
      if (isNode(found) && found.range) return place(found.range[0]);
    }
    return { file, line: firstLine };
  };
  const keyAt = (path: YamlPath, key: string): Place => {
    const map = node(path);
    const pair = isMap(map) ? map.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
    return isScalar(pair?.key) && pair.key.range ? place(pair.key.range[0]) : at(path);
  };
  return { source: { file, data: document.toJS(), at, keyAt }, problems };
}

function explain({ code, message }: YAMLError): string {
  if (code === "DUPLICATE_KEY") return "This key stands twice in the same mapping. Remove one of the two.";
  return `This is not valid YAML: ${message.trim().replace(/\.$/, "")}. Correct the syntax.`;
}
