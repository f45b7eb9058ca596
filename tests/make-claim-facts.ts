import type { DealClaimInput } from "#app/features/claims/deal-claim-input.ts";
import {
  certifications,
  type Database,
  type Handle,
  holds,
  overrides,
  registrations,
  waves,
} from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";

const programId = "rules-of-engagement";

type NewWave = typeof waves.$inferInsert;

/** A wave of edition 2011-07 for reps everywhere, enforced since the beginning without grace. */
export async function makeWave(db: Database, given: Partial<NewWave> = {}): Promise<NewWave> {
  const wave: NewWave = {
    id: newId(),
    programId,
    editionId: "2011-07",
    countries: null,
    kinds: ["rep"],
    effectiveAt: 0,
    graceDays: 0,
    mode: "enforce",
    createdAt: 0,
    createdBy: "test",
    withdrawnAt: null,
    ...given,
  };
  await db.write(async (tx) => void (await tx.insert(waves).values(wave)));
  return wave;
}

type Certified = {
  personId: string;
  releaseId: string;
  validFrom: number;
  validUntil: number;
  editionId?: string;
  number?: string;
};

/** A certification with its finished registration, inside a write. */
export async function insertCertification(tx: Handle, given: Certified): Promise<void> {
  const { personId, releaseId, validFrom, validUntil, editionId = "2011-07" } = given;
  const registrationId = newId();
  const about = { personId, programId, editionId };
  // Cycles only need to differ here.
  const cycle = Math.floor(Math.random() * 2 ** 31);
  await tx.insert(registrations).values({ ...about, id: registrationId, cycle, path: "initial", openedAt: validFrom });
  const id = newId();
  await tx
    .insert(certifications)
    .values({ ...about, id, registrationId, releaseId, number: given.number ?? id, validFrom, validUntil });
}

export async function certify(db: Database, given: Certified): Promise<void> {
  await db.write((tx) => insertCertification(tx, given), { person: given.personId });
}

export async function makeHold(db: Database, given: { personId: string } & Partial<typeof holds.$inferInsert>) {
  const hold = {
    id: newId(),
    caseReference: newId(),
    reason: "A complaint is being looked into.",
    openedAt: 0,
    openedBy: "test",
    liftedAt: null,
    liftedBy: null,
    liftReason: null,
    ...given,
  };
  await db.write(async (tx) => void (await tx.insert(holds).values(hold)));
  return hold;
}

export async function makeOverride(db: Database, given: { personId: string } & Partial<typeof overrides.$inferInsert>) {
  const override = {
    id: newId(),
    reason: "The deal cannot wait.",
    validFrom: 0,
    validUntil: 1000,
    approvers: ["first", "second"] as [string, string],
    grantedAt: 0,
    endedAt: null,
    ...given,
  };
  await db.write(async (tx) => void (await tx.insert(overrides).values(override)));
  return override;
}

/** A deal that the direct team found, so that nothing but the right to claim stands in the way. */
export function dealInput(given: Partial<DealClaimInput> = {}): DealClaimInput {
  return {
    dealReference: `OPP-${newId()}`,
    customerName: "Adriatic Lines",
    customerCountry: "HR",
    engagement: "direct_new_business",
    role: "lead",
    ...given,
  };
}
