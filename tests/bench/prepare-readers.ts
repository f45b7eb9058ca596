import { and, eq, isNull } from "drizzle-orm";
import { getEditionForPerson } from "#app/features/certification/edition-for-person.server.ts";
import { ensureRegistration } from "#app/features/certification/ensure-registration.server.ts";
import { appendEvidence } from "#app/features/evidence/append-evidence.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { type EvidenceBody, people, registrations } from "#app/platform/db.server.ts";
import { newCookie } from "./world.ts";

type Reader = Pick<typeof people.$inferSelect, "id" | "kind" | "country">;

/**
 * Reps who had not begun and now have everything before the assessment on record, one write each; their cookies. For
 * benches that need thousands, where answering every practice scenario takes longer than what is measured.
 */
export async function prepareReaders(app: AppContext, count: number): Promise<string[]> {
  const readers: Reader[] = await app.db.read
    .select({ id: people.id, kind: people.kind, country: people.country })
    .from(people)
    .leftJoin(registrations, eq(registrations.personId, people.id))
    .where(and(eq(people.kind, "rep"), isNull(people.leftAt), isNull(registrations.id)))
    .limit(count);
  if (readers.length < count) throw new Error(`Only ${readers.length} reps have not begun; ${count} are needed.`);
  return Promise.all(readers.map((reader) => recordReading(app, reader)));
}

async function recordReading(app: AppContext, person: Reader): Promise<string> {
  const { db, clock } = app;
  const personId = person.id;
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const { programId, editionId, summary } = release;
  const steps: { subject: string; body: EvidenceBody }[] = summary.modules.map(({ id }) => ({
    subject: id,
    body: { kind: "lesson_read", moduleId: id },
  }));
  if (summary.story) {
    const storyId = summary.story.id;
    const play = { playId: personId, storyId, number: 1, path: [], endingId: "", startedAt: clock.now() };
    steps.push({ subject: storyId, body: { kind: "story_ended", ...play } });
  }
  await db.write(
    async (tx) => {
      const now = clock.now();
      const { id: registrationId } = await ensureRegistration(tx, { personId, programId, editionId, now });
      for (const step of steps)
        await appendEvidence(tx, { personId, at: now, registrationId, releaseId: release.id, ...step });
    },
    { person: personId },
  );
  return newCookie(app, { personId });
}
