const plain = /^[\x20-\x7e]*$/;

/** Small letters without marks, so that a name is found and sorted however it is typed. */
export function foldName(text: string): string {
  const bare = plain.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.toLowerCase().trim();
}
