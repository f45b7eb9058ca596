import { attestPartner } from "#app/features/attendance/attest-partner.server.ts";
import { getPartnerPath } from "#app/features/attendance/get-partner-path.server.ts";
import { saveCheckAnswer } from "#app/features/attendance/save-check-answer.server.ts";
import { startPartnerCheck } from "#app/features/attendance/start-partner-check.server.ts";
import { submitPartnerCheck } from "#app/features/attendance/submit-partner-check.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { listPartnerItems } from "#app/features/programs/list-partner-items.server.ts";
import { answerCheckpoint } from "#app/features/replays/answer-checkpoint.server.ts";
import { getWatching } from "#app/features/replays/get-watching.server.ts";
import { listWatchings } from "#app/features/replays/list-watchings.server.ts";
import { readTranscriptSection } from "#app/features/replays/read-transcript-section.server.ts";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, firms, type people } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf } from "./make-release.ts";

/** One partner on the way through a release, on real functions with a clock set by hand. */
export type PartnerWalk = { db: Database; clock: Clock; personId: string };

let made = 0;

/** A partner of a firm. */
export async function makePartner(
  db: Database,
  { firm = "Harbour Systems", ...given }: Partial<typeof people.$inferInsert> & { firm?: string } = {},
): Promise<typeof people.$inferSelect> {
  made += 1;
  const firmId = newId();
  const row = { id: firmId, externalId: `F-${made}`, name: firm, country: "US", tier: "gold" as const };
  await db.write(async (tx) => {
    await tx.insert(firms).values({ ...row, createdAt: 0, updatedAt: 0 });
  });
  return makePerson(db, { kind: "partner", employeeId: null, externalId: `P-${made}`, firmId, ...given });
}

/** Reads the transcript of a replay to its end and answers what it asks, which counts as watching. */
export async function watchReplay(walk: PartnerWalk, replayId: string): Promise<void> {
  for (const { number, checkpointId } of (await getWatching({ ...walk, replayId })).sections) {
    await readTranscriptSection({ ...walk, replayId, section: number });
    if (checkpointId === null) continue;
    const { checkpoints } = await getWatching({ ...walk, replayId });
    const choice = checkpoints.find(({ id }) => id === checkpointId)?.choices[0]?.token ?? "";
    await answerCheckpoint({ ...walk, replayId, checkpointId, choice });
  }
}

export async function watchEverything(walk: PartnerWalk): Promise<void> {
  for (const { id } of await listWatchings(walk)) await watchReplay(walk, id);
}

/** Starts the check or goes on with the open one, and answers so many of its questions rightly, the others wrongly. */
export async function answerCheck(walk: PartnerWalk, right: number): Promise<string> {
  const started = await startPartnerCheck(walk);
  if (!("check" in started)) throw new Error(`The check did not start: ${JSON.stringify(started)}`);
  const { id: checkId, form, releaseId } = started.check;
  const items = new Map((await listPartnerItems(walk.db, releaseId)).map((item) => [item.id, item]));
  for (const [index, { itemId, choices }] of form.entries()) {
    const item = items.get(itemId);
    if (!item) throw new Error(`There is no item ${itemId}.`);
    const choice = String(choices.indexOf(choiceOf(item, index < right ? "right" : "wrong")) + 1);
    await saveCheckAnswer({ ...walk, checkId, position: index + 1, choice });
  }
  return checkId;
}

export async function takeCheck(walk: PartnerWalk, right = 8) {
  const checkId = await answerCheck(walk, right);
  return { checkId, ...(await submitPartnerCheck({ ...walk, checkId })) };
}

/** The whole way to a certificate of attendance, without a mistake. */
export async function attend(walk: PartnerWalk, person: typeof people.$inferSelect) {
  await watchEverything(walk);
  if (!(await getPartnerPath(walk)).checks.passed) await takeCheck(walk);
  const attested = await attestPartner({ ...walk, typedName: fullName(person) });
  if (attested.state !== "attended") throw new Error(`Not attended: ${JSON.stringify(attested)}`);
  return attested.attendance;
}
