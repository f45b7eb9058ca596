const plain = /^[\x20-\x7e]*$/;

/** Small letters that Unicode does not take apart, as who has no such key types them. */
const typed: Record<string, string> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d", đ: "d", ø: "o", ł: "l", ħ: "h", ı: "i", ŋ: "n", ŧ: "t" },
  ...{ ς: "σ", "’": "'", "‘": "'", ʼ: "'", "‐": "-" },
};
const untyped = new RegExp(`[${Object.keys(typed).join("")}]`, "g");

/** Small letters without marks, so that a name is found and sorted however it is typed. */
export function foldName(text: string): string {
  if (plain.test(text)) return text.toLowerCase().trim();
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(untyped, (letter) => typed[letter] ?? letter).trim();
}
