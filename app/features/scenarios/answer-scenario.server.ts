import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { ensureRegistration } from "../certification/ensure-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { getScenario } from "../programs/get-scenario.server.ts";
import type { Scenario } from "../programs/release-content.ts";
import { fitsScenario } from "./grade-scenario.ts";
import { choicesOfTokens, type PresentedFeedback, presentFeedback } from "./present-scenario.ts";

const howToAnswer: Record<Scenario["type"], string> = {
  single: "Choose one answer, then check it.",
  multiple: "Choose at least one answer, then check it.",
  ordering: "Give every step its own place in the order, then check it.",
};

/**
 * Takes a practice answer, as often as the person likes, and says at once what follows from it. `answer` holds the
 * tokens of the presented choices, for an ordering all of them in the person's order. A scenario of a managers' module
 * is a duty, which stands beside the registration. Throws not-found for an unknown scenario, which one of the other kind
 * is too, and validation-failed for an answer that does not have the form asked for.
 */
export async function answerScenario(given: {
  db: Database;
  clock: Clock;
  personId: string;
  scenarioId: string;
  answer: readonly string[];
  duty?: boolean;
}): Promise<PresentedFeedback> {
  const { db, clock, personId, scenarioId, duty = false } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const scenario = await getScenario(db, release.id, scenarioId);
  if (duty !== release.summary.managerModules.some(({ id }) => id === scenario.moduleId))
    throw new AppError("not-found", "There is no such practice scenario here. Open its lesson again.");
  const answer = choicesOfTokens(scenario, given.answer, personId);
  if (!fitsScenario(scenario, answer)) throw new AppError("validation-failed", howToAnswer[scenario.type]);
  const feedback = presentFeedback(scenario, answer, personId);
  await db.write(
    async (tx) => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const { programId, editionId } = release;
      const registration = duty ? null : await ensureRegistration(tx, { personId, programId, editionId, now });
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: registration?.id ?? null,
        releaseId: release.id,
        subject: scenarioId,
        body: { kind: "scenario_answered", scenarioId, answer, correct: feedback.correct },
      });
    },
    { person: personId },
  );
  return feedback;
}
