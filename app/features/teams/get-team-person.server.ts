import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { attempts, certifications, evidence, type Handle, holds } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { voidsOf } from "../assessments/attempt-void.ts";
import { findEditionForPerson } from "../certification/edition-for-person.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { listDoneSteps } from "../certification/list-done-steps.server.ts";
import { pathSteps, stepKey } from "../certification/path-steps.ts";
import { readProgress } from "../certification/read-progress.server.ts";
import { checkClaimRight } from "../claims/check-claim-right.server.ts";
import { listClaimRefusals } from "../claims/list-claim-refusals.server.ts";
import type { Team } from "./get-team.server.ts";
import { lineAbove } from "./team-lines.ts";
import type { Member } from "./team-member.ts";
import { whyNotPassed } from "./why-missing.server.ts";

/** One person as a manager may see them: no item, no answer. Throws not-found for somebody out of sight. */
export async function getTeamPerson(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  { team, employeeId }: { team: Team; employeeId: string },
) {
  const member = team.lines.byEmployeeId.get(employeeId);
  if (!member?.counted || !team.inSight.has(member)) {
    throw new AppError("not-found", "This person is not in your team, or not any more.");
  }
  const now = clock.now();
  const personId = member.id;
  return {
    asOf: now,
    member,
    right: await checkClaimRight({ db, personId, at: now, now }),
    managers: namedLine(team, member),
    path: await readPath(db.read, member, now),
    attempts: await readAttempts(db.read, personId),
    certifications: await db.read
      .select({ number: certifications.number, editionId: certifications.editionId, ...period })
      .from(certifications)
      .where(eq(certifications.personId, personId))
      .orderBy(desc(certifications.validFrom)),
    holds: await db.read
      .select({ id: holds.id, caseReference: holds.caseReference, openedAt: holds.openedAt, liftedAt: holds.liftedAt })
      .from(holds)
      .where(eq(holds.personId, personId))
      .orderBy(desc(holds.openedAt)),
    refusals: await listClaimRefusals(db.read, { personId }),
  };
}

const period = { validFrom: certifications.validFrom, validUntil: certifications.validUntil };

/** From the nearest manager up; above oneself there are only names. */
function namedLine(team: Team, member: Member) {
  return lineAbove(team.lines, member).map((one) => ({
    employeeId: one.employeeId,
    name: one.name,
    inSight: team.inSight.has(one),
  }));
}

async function readPath(handle: Handle, { id: personId, kind, country }: Member, now: number) {
  const edition = await findEditionForPerson(handle, { person: { kind, country }, now });
  if (!edition) return null;
  const { release, editionId } = edition;
  const registration = await findCurrentRegistration(handle, { personId, editionId, now });
  const done = registration ? await listDoneSteps(handle, { registrationId: registration.id, release }) : {};
  const finished = registration?.certification != null;
  const progress = await readProgress(handle, registration?.id ?? null);
  const steps = pathSteps(release, progress).map((step) => {
    // A finished registration stays finished, also when a later release has more lessons.
    const state = finished ? ("done" as const) : step.state;
    // A pass that was voided has left its instant behind.
    const doneAt = state === "done" ? (done[stepKey(step)] ?? null) : null;
    return { kind: step.kind, id: step.id, title: step.title, minutes: step.minutes, state, doneAt };
  });
  const assessment = steps.find((step) => step.kind === "assessment");
  return {
    ...{ edition: release.summary.edition.title, kind: registration?.path ?? null, steps },
    whyNotPassed:
      assessment?.state === "done"
        ? null
        : await whyNotPassed(handle, { registrationId: registration?.id ?? null, release, now }),
  };
}

/** Finished attempts, newest first, by clause: never which item or answer. */
async function readAttempts(handle: Handle, personId: string) {
  const rows = await handle
    .select({ id: attempts.id, number: attempts.number, submittedAt: attempts.submittedAt, result: attempts.result })
    .from(attempts)
    .where(and(eq(attempts.personId, personId), isNotNull(attempts.submittedAt)))
    .orderBy(desc(attempts.submittedAt));
  const records = await handle
    .select({ at: evidence.at, body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.personId, personId), eq(evidence.kind, "attempt_voided")))
    .orderBy(asc(evidence.seq));
  const voids = voidsOf(records);
  return rows.map(({ id, number, submittedAt, result }) => ({
    ...{ number, submittedAt, void: voids.get(id) ?? null },
    result: result && {
      ...{ correct: result.correct, total: result.total, passed: result.passed, timedOut: result.timedOut },
      clauses: result.clauses.map(({ clause, correct, total, mustPass }) => ({ clause, correct, total, mustPass })),
    },
  }));
}
