import type { Clock } from "#app/platform/clock.ts";
import { attendances, type Database, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { newCertificateNumber } from "../certification/new-certificate-number.server.ts";
import { typedNameMatches } from "../certification/typed-name-matches.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { fullName } from "../people/full-name.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import type { Release } from "../programs/release-content.ts";
import type { Attendance } from "./find-attendance.server.ts";
import { findFirmName } from "./find-firm-name.server.ts";
import { type PartnerStep, stepsLeftBefore } from "./partner-path.ts";
import { readPartnerState } from "./read-partner-state.server.ts";

export type AttestPartnerResult =
  | { state: "attended"; attendance: Attendance; already: boolean }
  | { state: "steps-left"; steps: PartnerStep[] }
  | { state: "name-differs" };

/**
 * Signs what both sides promise and issues the certificate of attendance, both in one write and once for a person and
 * edition; asked again, it answers with the attendance there is. Whoever calls has just checked the password. Throws
 * not-found for a program whose partners sign nothing.
 */
export async function attestPartner(given: {
  db: Database;
  clock: Clock;
  personId: string;
  typedName: string;
}): Promise<AttestPartnerResult> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const words = requirePartnerAttestation(release);
  const replays = await listReplays(db, release.id);
  const typedName = given.typedName.trim();
  const nameMatches = [person, { ...person, preferredName: null }].some((one) =>
    typedNameMatches(typedName, fullName(one)),
  );
  const [id, number] = [newId(), newCertificateNumber()];
  return db.write(
    async (tx): Promise<AttestPartnerResult> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const { steps, attendance: before } = await readPartnerState(tx, { personId, release, replays, now });
      if (before) return { state: "attended", attendance: before, already: true };
      const left = stepsLeftBefore("attestation", steps);
      if (left.length > 0) return { state: "steps-left", steps: left };
      if (!nameMatches) return { state: "name-differs" };
      const firmName = await findFirmName(tx, person);
      const { editionId, id: releaseId } = release;
      const attendance = { id, personId, editionId, releaseId, number, firmName, issuedAt: now };
      await tx.insert(attendances).values(attendance);
      await appendBoth(tx, { attendance, typedName, words });
      return { state: "attended", attendance, already: false };
    },
    { person: personId },
  );
}

type Words = NonNullable<Release["summary"]["partnerAttestation"]>;

async function appendBoth(
  tx: Handle,
  { attendance, typedName, words }: { attendance: Attendance; typedName: string; words: Words },
) {
  const { id: attendanceId, personId, editionId, releaseId, number, firmName, issuedAt } = attendance;
  const { meaning, statements, promises } = words;
  const record = { personId, at: issuedAt, registrationId: null, releaseId, subject: editionId };
  await appendEvidence(tx, { ...record, body: { kind: "partner_attested", typedName, meaning, statements, promises } });
  await appendEvidence(tx, {
    ...record,
    body: { kind: "attended", attendanceId, number, editionId, firmName, issuedAt },
  });
}

/** What partners sign. Throws not-found for a program without it. */
export function requirePartnerAttestation({ summary }: Release): Words {
  if (summary.partnerAttestation) return summary.partnerAttestation;
  throw new AppError("not-found", "Partners sign nothing in this program. Your home page shows your steps.");
}
