import type { evidence } from "#app/platform/db.server.ts";
import { evidenceHash } from "../evidence/evidence-hash.server.ts";
import type { DemoHistory } from "./demo-history.ts";

type Sealable = Pick<DemoHistory, "records"> & { registration: Pick<DemoHistory["registration"], "id" | "personId"> };

/** The records of a history as a hash chain that begins with them. */
export function sealRecords(
  { registration, records }: Sealable,
  { releaseId }: { releaseId: string },
): (typeof evidence.$inferSelect)[] {
  let previousHash: string | null = null;
  return records.map(({ id, at, subject, body, beside }, index) => {
    const unsealed = {
      ...{ id, personId: registration.personId, seq: index + 1, kind: body.kind, at },
      ...{ registrationId: beside ? null : registration.id, releaseId, subject, body, previousHash },
    };
    const hash = evidenceHash(unsealed);
    previousHash = hash;
    return { ...unsealed, hash };
  });
}
