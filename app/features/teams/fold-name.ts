/** Small letters without marks, so that a name is found and sorted however it is typed. */
export function foldName(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
