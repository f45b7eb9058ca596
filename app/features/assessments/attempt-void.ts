import type { EvidenceBody } from "#app/platform/db.server.ts";

/** Why an attempt counts for nothing, and since when. */
export type AttemptVoid = { at: number; reason: string };

/** The voids among some records, by the id of the attempt. */
export function voidsOf(records: readonly { at: number; body: EvidenceBody }[]): Map<string, AttemptVoid> {
  return new Map(
    records.flatMap(({ at, body }) =>
      body.kind === "attempt_voided" ? [[body.attemptId, { at, reason: body.reason }]] : [],
    ),
  );
}
