/**
 * Is the name typed under the attestation the person's full name? Case, accents, spaces and punctuation do not count;
 * vowel signs of other scripts do, since they are letters there.
 */
export function typedNameMatches(typedName: string, fullName: string): boolean {
  const typed = folded(typedName);
  return typed !== "" && typed === folded(fullName);
}

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, "")
    .toUpperCase();
}
