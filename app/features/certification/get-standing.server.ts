import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { certifications, type Database, type people } from "#app/platform/db.server.ts";
import { type AttemptState, readAttemptState } from "../assessments/read-attempt-state.server.ts";
import { settleOverdueAttempt } from "../assessments/settle-overdue-attempt.server.ts";
import type { Release } from "../programs/release-content.ts";
import { type Wave, waveGraceEnd } from "../waves/wave-applies.ts";
import { renewalOpensAt } from "./certification-period.ts";
import { getEditionForPerson } from "./edition-for-person.server.ts";
import { type Certification, findCurrentRegistration, type Registration } from "./find-current-registration.server.ts";
import { getLearner } from "./get-learner.server.ts";
import { type PathStep, pathSteps } from "./path-steps.ts";
import type { Progress } from "./progress.ts";
import { readProgress } from "./read-progress.server.ts";

export type Standing = {
  asOf: number;
  person: typeof people.$inferSelect;
  release: Release;
  /** Null before the first lesson or scenario of a cycle. */
  registration: Registration | null;
  progress: Progress;
  steps: PathStep[];
  nextStep: PathStep | null;
  /** Of all steps that are not done. */
  minutesLeft: number;
  /** The valid one that runs longest, or else the one that ended last. */
  certification: (Certification & { valid: boolean }) | null;
  /** When work on the renewal can begin; null without a certification for this edition. */
  renewalOpensAt: number | null;
  attempts: AttemptState;
  /** The wave that names the edition: in force or announced. `graceEndsAt` is the first instant without grace. */
  wave: (Wave & { graceEndsAt: number }) | null;
};

/** Where a person stands with their training now. Whether they may claim is for the claim decision to say. */
export async function getStanding(given: { db: Database; clock: Clock; personId: string }): Promise<Standing> {
  const { db, clock, personId } = given;
  const now = clock.now();
  const person = await getLearner(db.read, personId);
  const { release, editionId, wave } = await getEditionForPerson(db.read, { person, now });
  const registration = await findCurrentRegistration(db.read, { personId, editionId, now });
  const attempts = await readSettledAttempts({ db, clock, registration, release, now });
  const progress = await readStandingProgress(db, registration, release);
  const steps = pathSteps(release, progress);
  const left = steps.filter((step) => step.state !== "done");
  const held = await db.read.select().from(certifications).where(eq(certifications.personId, personId));
  const forEdition = held.filter((one) => one.editionId === editionId).map((one) => one.validUntil);
  return {
    asOf: now,
    person,
    release,
    registration,
    progress,
    steps,
    nextStep: left[0] ?? null,
    minutesLeft: left.reduce((sum, step) => sum + step.minutes, 0),
    certification: lastToEnd(held, now),
    renewalOpensAt:
      forEdition.length === 0
        ? null
        : renewalOpensAt(Math.max(...forEdition), release.summary.certification.renewalWindowDays),
    attempts,
    wave: wave && { ...wave, graceEndsAt: waveGraceEnd(wave) },
  };
}

async function readSettledAttempts(given: {
  db: Database;
  clock: Clock;
  registration: Registration | null;
  release: Release;
  now: number;
}): Promise<AttemptState> {
  const { db, clock, registration, release, now } = given;
  const read = () => readAttemptState(db.read, { registrationId: registration?.id ?? null, release, now });
  const state = await read();
  const settled = state.open && (await settleOverdueAttempt({ db, clock, attempt: state.open }));
  return settled ? read() : state;
}

/** A finished registration stays finished, also when a later release has more lessons. */
async function readStandingProgress(
  db: Database,
  registration: Registration | null,
  release: Release,
): Promise<Progress> {
  if (!registration?.certification) return readProgress(db.read, registration?.id ?? null);
  const { modules, story } = release.summary;
  return {
    readModules: new Set(modules.map((module) => module.id)),
    endedStories: new Set(story ? [story.id] : []),
    passed: true,
    attested: true,
  };
}

function lastToEnd(held: Certification[], now: number): Standing["certification"] {
  const [last] = [...held].sort((a, b) => b.validUntil - a.validUntil);
  return last ? { ...last, valid: now < last.validUntil } : null;
}
