/** Where something stands: the path inside the program's folder, written with `/`, and the line counted from 1. */
export type Place = { file: string; line: number };

/** `message` says what is wrong and what to do. */
export type ContentProblem = Place & { message: string };

export function problemAt({ file, line }: Place, message: string): ContentProblem {
  return { file, line, message };
}

/** By file and line, each problem once. */
export function sortProblems(problems: ContentProblem[]): ContentProblem[] {
  const byText = new Map(problems.map((one) => [`${one.file}\0${one.line}\0${one.message}`, one]));
  return [...byText.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
