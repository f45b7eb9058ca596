import type { Database, dealClaims } from "#app/platform/db.server.ts";

/** Placeholder signature. */
export async function checkClaims(_db: Database, _claims: (typeof dealClaims.$inferSelect)[]) {
  return [] as { personId: string; subject: string; problem: string }[];
}
