import { and, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { certifications, type Database, type Handle } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { fullName } from "../people/full-name.ts";
import type { Release } from "../programs/release-content.ts";
import { certificationPeriod } from "./certification-period.ts";
import { getEditionForPerson } from "./edition-for-person.server.ts";
import { type Certification, findCurrentRegistration, type Registration } from "./find-current-registration.server.ts";
import { getLearner } from "./get-learner.server.ts";
import { newCertificateNumber } from "./new-certificate-number.server.ts";
import { type PathStep, pathSteps } from "./path-steps.ts";
import { readProgress } from "./read-progress.server.ts";
import { typedNameMatches } from "./typed-name-matches.ts";

export type AttestResult =
  | { state: "certified"; certification: Certification; already: boolean }
  | { state: "steps-left"; steps: PathStep[] }
  | { state: "name-differs" };

/**
 * Signs the attestation and grants the certification, both in one write and once per registration; asked again, it
 * answers with the certification there is. Whoever calls has just checked the password.
 */
export async function attest(given: {
  db: Database;
  clock: Clock;
  personId: string;
  typedName: string;
}): Promise<AttestResult> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  // The name in use is as good a signature as the one in the HR file.
  const names = [fullName(person), fullName({ ...person, preferredName: null })];
  const nameMatches = names.some((name) => typedNameMatches(given.typedName, name));
  const [certificationId, number] = [newId(), newCertificateNumber()];
  return db.write(
    async (tx): Promise<AttestResult> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const registration = await findCurrentRegistration(tx, { personId, editionId: release.editionId, now });
      if (registration?.certification) {
        return { state: "certified", certification: registration.certification, already: true };
      }
      const progress = await readProgress(tx, registration?.id ?? null);
      const steps = pathSteps(release, progress).filter((step) => step.kind !== "attestation" && step.state !== "done");
      if (!registration || steps.length > 0) return { state: "steps-left", steps };
      if (!nameMatches) return { state: "name-differs" };
      const period = certificationPeriod({
        now,
        timeZone: person.timeZone,
        validMonths: release.summary.certification.validMonths,
        earlier: await listPeriods(tx, registration),
      });
      const certification = { ...certificationOf(registration, release), id: certificationId, number, ...period };
      await tx.insert(certifications).values(certification);
      await appendBoth(tx, { registration, release, certification, typedName: given.typedName.trim(), now });
      return { state: "certified", certification, already: false };
    },
    { person: personId },
  );
}

function listPeriods(tx: Handle, { personId, editionId }: Registration) {
  return tx
    .select({ validFrom: certifications.validFrom, validUntil: certifications.validUntil })
    .from(certifications)
    .where(and(eq(certifications.personId, personId), eq(certifications.editionId, editionId)));
}

function certificationOf(registration: Registration, release: Release) {
  const { id: registrationId, personId, programId, editionId } = registration;
  return { registrationId, personId, programId, editionId, releaseId: release.id };
}

async function appendBoth(
  tx: Handle,
  given: { registration: Registration; release: Release; certification: Certification; typedName: string; now: number },
) {
  const { registration, release, certification, typedName, now } = given;
  const { meaning, statements } = release.summary.attestation;
  const { id: certificationId, number, editionId, validFrom, validUntil } = certification;
  const record = { personId: registration.personId, registrationId: registration.id, releaseId: release.id, at: now };
  await appendEvidence(tx, {
    ...record,
    subject: editionId,
    body: { kind: "attested", typedName, meaning, statements },
  });
  await appendEvidence(tx, {
    ...record,
    subject: certificationId,
    body: { kind: "certified", certificationId, number, editionId, validFrom, validUntil },
  });
}
