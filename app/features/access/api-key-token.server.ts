import { hash, randomBytes } from "node:crypto";

/** Enough of a key to recognise it by, too little to use it. */
const shownCharacters = 10;

/** A new key: `clr_` and 32 random bytes. It is shown once and stored only as its hash. */
export function newApiKeyToken(): { token: string; prefix: string; keyHash: string } {
  const token = `clr_${randomBytes(32).toString("base64url")}`;
  return { token, prefix: token.slice(0, shownCharacters), keyHash: hashApiKeyToken(token) };
}

/** SHA-256 is enough for 256 random bits; a slow hash would cost every request and protect nothing. */
export function hashApiKeyToken(token: string): string {
  return hash("sha256", token, "hex");
}
