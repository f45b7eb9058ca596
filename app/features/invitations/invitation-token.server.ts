import { hash, randomBytes } from "node:crypto";

/** What stands in a link that lets its reader in: 32 random bytes, kept only as their hash. */
export function newInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashInvitationToken(token) };
}

/** SHA-256, hex: enough for 256 random bits. */
export function hashInvitationToken(token: string): string {
  return hash("sha256", token, "hex");
}
