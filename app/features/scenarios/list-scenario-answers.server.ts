import { and, asc, eq } from "drizzle-orm";
import { evidence, type Handle } from "#app/platform/db.server.ts";

export type ScenarioAnswer = { answer: string[]; correct: boolean; at: number };

/** The latest answer (choice ids) to each scenario answered in a registration; `null` stands for one not open yet. */
export async function listScenarioAnswers(
  handle: Handle,
  registrationId: string | null,
): Promise<Map<string, ScenarioAnswer>> {
  if (registrationId === null) return new Map();
  const records = await handle
    .select({ at: evidence.at, body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.registrationId, registrationId), eq(evidence.kind, "scenario_answered")))
    .orderBy(asc(evidence.seq));
  const latest = new Map<string, ScenarioAnswer>();
  for (const { at, body } of records) {
    if (body.kind === "scenario_answered")
      latest.set(body.scenarioId, { answer: body.answer, correct: body.correct, at });
  }
  return latest;
}
