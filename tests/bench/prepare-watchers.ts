import { and, eq, isNull } from "drizzle-orm";
import { getEditionForPerson } from "#app/features/certification/edition-for-person.server.ts";
import { startWatching } from "#app/features/replays/start-watching.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { people } from "#app/platform/db.server.ts";
import { addReplays, makeReplay } from "../make-replay.ts";
import type { Watcher } from "./watch-load.ts";
import { newCookie } from "./world.ts";

export const watchedReplay = "bench-webinar";

/** An hour's replay in every release that somebody of them works with, and people who have just opened it. */
export async function prepareWatchers(app: AppContext, count: number): Promise<(Watcher & { personId: string })[]> {
  const { db, clock } = app;
  const viewers = await db.read
    .select()
    .from(people)
    .where(and(eq(people.kind, "rep"), isNull(people.leftAt)))
    .limit(count);
  if (viewers.length < count) throw new Error(`Only ${viewers.length} reps are there; ${count} are needed.`);
  const replay = makeReplay({ id: watchedReplay, durationSeconds: 3600, sourceHash: watchedReplay });
  const releaseIds = new Set<string>();
  for (const person of viewers) {
    const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
    if (!releaseIds.has(release.id)) await addReplays(db, release.id, [replay]);
    releaseIds.add(release.id);
  }
  return Promise.all(
    viewers.map(async ({ id: personId }) => {
      const { sessionId } = await startWatching({ db, clock, personId, replayId: watchedReplay });
      return { personId, session: sessionId, cookie: await newCookie(app, { personId }) };
    }),
  );
}
