import { asc, eq } from "drizzle-orm";
import { attendances, type Database, partnerChecks } from "#app/platform/db.server.ts";
import { explainItems } from "../assessments/explain-items.ts";
import { listPartnerItems } from "../programs/list-partner-items.server.ts";

/** A partner's checks and attendances. Of a check, own answers are told as of an attempt: once it was passed. */
export async function readPartnerCourse(db: Database, personId: string) {
  const checks = await db.read
    .select()
    .from(partnerChecks)
    .where(eq(partnerChecks.personId, personId))
    .orderBy(asc(partnerChecks.startedAt));
  const attended = await db.read
    .select()
    .from(attendances)
    .where(eq(attendances.personId, personId))
    .orderBy(asc(attendances.issuedAt));
  const told = [];
  for (const { personId: _, form, answers, ...check } of checks) {
    const bank = check.result?.passed ? await listPartnerItems(db, check.releaseId) : null;
    const explained = bank && explainItems({ form, bank, answers });
    told.push({
      ...check,
      questions: form.length,
      answered: Object.keys(answers).length,
      answers:
        explained?.map(({ position, clause, question, situation, chosen, correct }) => ({
          ...{ position, clause, situation, question, correct },
          chosen: chosen?.text ?? null,
        })) ?? null,
    });
  }
  return { partnerChecks: told, attendances: attended.map(({ personId: _, ...attendance }) => attendance) };
}
