import { and, asc, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, evidence } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { fitsScenario, gradeScenario } from "../scenarios/grade-scenario.ts";
import { choicesOfTokens } from "../scenarios/present-scenario.ts";
import { type FoundBooster, findBooster, firstAnswer } from "./find-booster.server.ts";
import { boosterSubject } from "./read-boosters.server.ts";

type Given = { db: Database; clock: Clock; personId: string; day: number };

/** `closed`: skipped, finished, missed or not open yet; nothing is stored. `answered` also when the answer was there. */
export type BoosterAnswered = { state: "answered" | "closed" };

/**
 * Takes the first answer to a scenario of an open booster (`answer` holds tokens); the last one finishes the booster.
 * Answering again changes nothing. Throws not-found for a booster or scenario that the person does not have, and
 * validation-failed for an answer without the form asked for.
 */
export async function answerBooster(
  given: Given & { scenarioId: string; answer: readonly string[] },
): Promise<BoosterAnswered> {
  const { personId, day, scenarioId } = given;
  const booster = await getBooster(given);
  const place = booster.scenarios.find(({ scenario }) => scenario.id === scenarioId);
  if (!place) throw new AppError("not-found", "This booster does not ask about that situation.");
  if (place.answer) return { state: "answered" };
  if (booster.state !== "open") return { state: "closed" };
  const { scenario } = place;
  const answer = choicesOfTokens(scenario, given.answer, personId);
  if (!fitsScenario(scenario, answer)) throw new AppError("validation-failed", "Answer as the question asks.");
  const { correct } = gradeScenario(scenario, answer);
  return writeToOpen(given, booster, async (own, append) => {
    if (firstAnswer(own, scenarioId)) return;
    await append({ kind: "booster_answered", day, scenarioId, answer, correct });
    const results = booster.scenarios.map((one) => (one === place ? { correct } : firstAnswer(own, one.scenario.id)));
    if (results.every((result) => result !== null)) {
      const right = results.filter((result) => result?.correct).length;
      await append({ kind: "booster_finished", day, correct: right, total: results.length });
    }
  });
}

/** Closes an open booster for good without answers. It costs nothing; skipping again changes nothing. */
export async function skipBooster(given: Given): Promise<void> {
  const booster = await getBooster(given);
  await writeToOpen(given, booster, async (_own, append) => {
    await append({ kind: "booster_skipped", day: given.day });
  });
}

async function getBooster({ db, clock, personId, day }: Given): Promise<FoundBooster> {
  const booster = await findBooster({ db, personId, day, now: clock.now() });
  if (booster) return booster;
  throw new AppError("not-found", "You have no booster of that day. Your home page shows the one that is open.");
}

type OwnRecords = Pick<typeof evidence.$inferSelect, "body">[];
type Append = (body: Parameters<typeof appendEvidence>[1]["body"]) => Promise<unknown>;

async function writeToOpen(
  { db, clock, personId }: Given,
  { certification, release, day, opensAt, closesAt }: FoundBooster,
  run: (own: OwnRecords, append: Append) => Promise<void>,
): Promise<BoosterAnswered> {
  const subject = boosterSubject(certification.id, day);
  const { registrationId } = certification;
  return db.write(
    async (tx): Promise<BoosterAnswered> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const own = await tx
        .select({ body: evidence.body })
        .from(evidence)
        .where(and(eq(evidence.registrationId, registrationId), eq(evidence.subject, subject)))
        .orderBy(asc(evidence.seq));
      const ended = own.some(({ body }) => body.kind === "booster_finished" || body.kind === "booster_skipped");
      if (ended || now < opensAt || now >= closesAt) return { state: "closed" };
      await run(own, (body) =>
        appendEvidence(tx, { personId, at: now, registrationId, releaseId: release.id, subject, body }),
      );
      return { state: "answered" };
    },
    { person: personId },
  );
}
