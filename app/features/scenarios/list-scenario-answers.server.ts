import { and, asc, eq, isNull } from "drizzle-orm";
import { type EvidenceBody, evidence, type Handle, releases } from "#app/platform/db.server.ts";

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
  return latestAnswers(records);
}

/** The latest answer to each scenario of the managers' modules of an edition: they stand beside every registration. */
export async function listDutyAnswers(
  handle: Handle,
  { personId, editionId }: { personId: string; editionId: string },
): Promise<Map<string, ScenarioAnswer>> {
  const records = await handle
    .select({ at: evidence.at, body: evidence.body })
    .from(evidence)
    .innerJoin(releases, eq(releases.id, evidence.releaseId))
    .where(
      and(
        eq(evidence.personId, personId),
        eq(evidence.kind, "scenario_answered"),
        isNull(evidence.registrationId),
        eq(releases.editionId, editionId),
      ),
    )
    .orderBy(asc(evidence.seq));
  return latestAnswers(records);
}

function latestAnswers(records: { at: number; body: EvidenceBody }[]): Map<string, ScenarioAnswer> {
  const latest = new Map<string, ScenarioAnswer>();
  for (const { at, body } of records) {
    if (body.kind === "scenario_answered")
      latest.set(body.scenarioId, { answer: body.answer, correct: body.correct, at });
  }
  return latest;
}
