import { createHash } from "node:crypto";
import type { evidence } from "#app/platform/db.server.ts";
import { canonicalJson } from "./canonical-json.ts";

type Hashed = Omit<typeof evidence.$inferSelect, "hash">;

/** SHA-256 over the whole record and the hash of the person's record before it. */
export function evidenceHash(record: Hashed): string {
  const { id, personId, seq, kind, at, registrationId, releaseId, subject, body, previousHash } = record;
  return createHash("sha256")
    .update(canonicalJson({ id, personId, seq, kind, at, registrationId, releaseId, subject, body, previousHash }))
    .digest("hex");
}
