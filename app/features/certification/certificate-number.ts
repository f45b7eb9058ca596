/** Crockford's base 32: no I, L, O or U, so that a number read aloud or copied by hand comes back right. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const digits = 12;

/** `CLR-XXXX-XXXX-XXXX` from random bytes, five bits of each of the first twelve: 60 bits. */
export function formatCertificateNumber(bytes: Uint8Array): string {
  if (bytes.length < digits) throw new Error(`A certificate number needs ${digits} random bytes.`);
  return grouped(Array.from(bytes.subarray(0, digits), (byte) => alphabet[byte & 31]).join(""));
}

/** The number as it is stored, from what somebody typed: small letters, spaces, O for 0, I or L for 1, no prefix. */
export function normaliseCertificateNumber(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const number = plain.length === digits + 3 && plain.startsWith("C1R") ? plain.slice(3) : plain;
  return number.length === digits && [...number].every((digit) => alphabet.includes(digit)) ? grouped(number) : null;
}

function grouped(number: string): string {
  return `CLR-${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8, 12)}`;
}
