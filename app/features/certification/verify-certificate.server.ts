import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { certifications, type Database, holds } from "#app/platform/db.server.ts";
import { normaliseCertificateNumber } from "./certificate-number.ts";

export type CertificateState = "valid" | "expired" | "on_hold" | "unknown";

/**
 * What anyone who holds a certificate number may learn: its state now, and nothing about the person, not even that they
 * have left or that a newer edition is in force: whether they may claim a deal is for the gate to say. What cannot be a
 * number is looked up all the same, so that every answer takes the same way.
 */
export async function verifyCertificate(given: {
  db: Database;
  clock: Clock;
  number: string;
}): Promise<{ state: CertificateState }> {
  const number = normaliseCertificateNumber(given.number) ?? "";
  const [found] = await given.db.read
    .select({ validUntil: certifications.validUntil, holdId: holds.id })
    .from(certifications)
    .leftJoin(holds, and(eq(holds.personId, certifications.personId), isNull(holds.liftedAt)))
    .where(eq(certifications.number, number))
    .limit(1);
  if (!found) return { state: "unknown" };
  if (given.clock.now() >= found.validUntil) return { state: "expired" };
  return { state: found.holdId === null ? "valid" : "on_hold" };
}
