/** An anchor for a heading: its words in lower case joined by hyphens, made unique among those already in `taken`. */
export function headingSlug(heading: string, taken: Set<string>): string {
  const words = heading.normalize("NFC").toLowerCase().replace(/['’]/gu, "");
  const base = words.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/gu, "") || "section";
  let slug = base;
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
  taken.add(slug);
  return slug;
}
