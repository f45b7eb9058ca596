/** A few texts that many people share, and a number for each. Texts are only ever added. */
export type Dictionary = { values: string[]; codes: Map<string, number> };

export function dictionary(): Dictionary {
  return { values: [], codes: new Map() };
}

export function codeOf({ values, codes }: Dictionary, value: string): number {
  const known = codes.get(value);
  if (known !== undefined) return known;
  codes.set(value, values.length);
  values.push(value);
  return values.length - 1;
}
