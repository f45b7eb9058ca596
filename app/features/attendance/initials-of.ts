/** The first letter of each part of a name, in any script: enough to compare with a name in hand, and no name. */
export function initialsOf(parts: readonly string[]): string {
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return parts
    .flatMap((part) => {
      const [first] = letters.segment(part.trim());
      return first ? [`${first.segment}.`] : [];
    })
    .join(" ");
}
