const plainAscii = /^[\x20-\x7e]*$/;
const breaksLine = /[\r\n\t\v\f\u2028\u2029]/;

/** Trims, turns line breaks and tabs inside the value into one space, and composes letters with their accents (NFC). */
export function cleanText(value: string): string {
  const trimmed = value.trim();
  if (plainAscii.test(trimmed)) return trimmed;
  return trimmed.replace(/\s+/g, (space) => (breaksLine.test(space) ? " " : space)).normalize("NFC");
}
