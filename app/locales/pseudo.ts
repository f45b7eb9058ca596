type Texts = { [key: string]: string | Texts };

const strange: Record<string, string> = {
  a: "á",
  b: "ƀ",
  c: "ç",
  d: "ð",
  e: "é",
  f: "ƒ",
  g: "ĝ",
  h: "ĥ",
  i: "î",
  j: "ĵ",
  k: "ķ",
  l: "ļ",
  m: "ɱ",
  n: "ñ",
  o: "ö",
  p: "þ",
  q: "ɋ",
  r: "ŕ",
  s: "š",
  t: "ţ",
  u: "û",
  v: "ṽ",
  w: "ŵ",
  x: "ẋ",
  y: "ý",
  z: "ž",
};

/** The same catalogue with every letter accented and every text in brackets; placeholders and tags stay. */
export function pseudo<T extends Texts>(texts: T): T {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === "string" ? strangely(text) : pseudo(text)]),
  ) as T;
}

function strangely(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>)/);
  const changed = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[a-z]/g, (letter) => strange[letter] ?? letter),
  );
  return `[${changed.join("")}]`;
}
