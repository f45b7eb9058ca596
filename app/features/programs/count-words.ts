/** Words are what stands between spaces and holds a letter or a digit; a dash alone is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
