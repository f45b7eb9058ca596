import { eq } from "drizzle-orm";
import { type Database, people } from "#app/platform/db.server.ts";
import { seededRandom } from "../assessments/seeded-random.ts";
import { attestPartner } from "../attendance/attest-partner.server.ts";
import { getPartnerPath } from "../attendance/get-partner-path.server.ts";
import { saveCheckAnswer } from "../attendance/save-check-answer.server.ts";
import { startPartnerCheck } from "../attendance/start-partner-check.server.ts";
import { submitPartnerCheck } from "../attendance/submit-partner-check.server.ts";
import { listPartnerItems } from "../programs/list-partner-items.server.ts";
import { listWatchings } from "../replays/list-watchings.server.ts";
import { type DemoPartnerHistory, demoPartnerHistories } from "./demo-partner-history.ts";
import { dayMs } from "./demo-timeline.ts";
import { type PartnerWalk, watchDemoReplay } from "./watch-demo-replay.server.ts";
import { workingTime } from "./working-time.ts";

const minuteMs = 60_000;

/**
 * Lets the partners of the demo do what they have done, by the program's own operations on a clock of their past. What
 * an interrupted run has done is not done again. Firms come first: a certificate carries the name of its day.
 */
export async function seedPartnerHistories(db: Database, { until }: { until: number }): Promise<void> {
  for (const history of demoPartnerHistories) {
    const [person] = await db.read.select().from(people).where(eq(people.emailKey, history.login));
    if (!person) throw new Error(`The demo lacks ${history.login}.`);
    const random = seededRandom(`demo history of ${history.login}`);
    const startAt = until - history.daysAgo * dayMs;
    const time = workingTime({ timeZone: person.timeZone, startAt, random });
    const walk = { db, clock: { now: time.now }, personId: person.id, time };
    await watchReplays(walk, history);
    await takeChecks(walk, history);
    if (history.signs) await sign(walk, `${person.givenName} ${person.familyName}`);
  }
}

async function watchReplays(walk: PartnerWalk, { replays: whole }: DemoPartnerHistory) {
  const replays = await listWatchings(walk);
  for (const [n, { id, begun, completedAt }] of replays.entries()) {
    if (n > whole || completedAt !== null || (n === whole && begun)) continue;
    await watchDemoReplay(walk, { replayId: id, whole: n < whole });
    walk.time.rest(1);
  }
}

async function takeChecks(walk: PartnerWalk, { checks }: DemoPartnerHistory) {
  const { release, checks: taken } = await getPartnerPath(walk);
  if (!release.summary.partnerCheck) return;
  for (const right of checks.slice(taken.submitted.length)) {
    const started = await startPartnerCheck(walk);
    if (!("check" in started)) throw new Error(`The demo's check did not start: ${started.state}.`);
    const { id: checkId, form, releaseId } = started.check;
    const items = new Map((await listPartnerItems(walk.db, releaseId)).map((item) => [item.id, item]));
    for (const [index, { itemId, choices }] of form.entries()) {
      walk.time.spend(minuteMs);
      const wanted = items.get(itemId)?.choices.find(({ correct }) => correct === index < right);
      const choice = String(choices.indexOf(wanted?.id ?? "") + 1);
      await saveCheckAnswer({ ...walk, checkId, position: index + 1, choice });
    }
    await submitPartnerCheck({ ...walk, checkId });
    walk.time.rest(1);
  }
}

async function sign(walk: PartnerWalk, typedName: string) {
  const { release, attendance } = await getPartnerPath(walk);
  if (attendance || !release.summary.partnerAttestation) return;
  const signed = await attestPartner({ ...walk, typedName });
  if (signed.state !== "attended") throw new Error(`The demo's partner did not sign: ${signed.state}.`);
}
