import type { Database } from "#app/platform/db.server.ts";
import type { Certification } from "../certification/find-current-registration.server.ts";
import { listReleaseParts } from "../programs/list-release-parts.server.ts";
import type { Release, Scenario } from "../programs/release-content.ts";
import { boosterRelease } from "./booster-release.server.ts";
import type { Booster } from "./booster-schedule.ts";
import { tallyClauses } from "./clause-tally.ts";
import { pickBoosterScenarios } from "./pick-booster-scenarios.ts";
import { type BoosterRecord, type Boosters, boosterSubject, readBoosters } from "./read-boosters.server.ts";

type BoosterState = "later" | "open" | "finished" | "skipped" | "missed";

export type FoundBooster = Omit<Booster, "state"> & {
  certification: Certification;
  release: Release;
  state: BoosterState;
  /** In the order they are asked, with the keys; `answer` is the first one given, as choice ids. */
  scenarios: { scenario: Scenario; answer: { choices: string[]; correct: boolean } | null }[];
};

type Asked = { db: Database; personId: string; now: number };

/** One booster of the person's valid certification; null when it has none of that day. */
export async function findBooster({ day, ...asked }: Asked & { day: number }): Promise<FoundBooster | null> {
  const boosters = await readBoosters(asked.db.read, asked);
  const booster = boosters?.schedule.find((one) => one.day === day);
  return boosters && booster ? fillBooster(asked.db, boosters, booster) : null;
}

/** The booster that is open now and neither finished nor skipped. */
export async function findOpenBooster(asked: Asked): Promise<FoundBooster | null> {
  const boosters = await readBoosters(asked.db.read, asked);
  const booster = boosters?.schedule.find(({ state }) => state === "open");
  const found = boosters && booster ? await fillBooster(asked.db, boosters, booster) : null;
  return found?.state === "open" ? found : null;
}

async function fillBooster(db: Database, boosters: Boosters, booster: Booster): Promise<FoundBooster | null> {
  const { certification, records } = boosters;
  const release = await boosterRelease(db.read, { ...certification, opensAt: booster.opensAt });
  const config = release?.summary.boosters;
  if (!release || !config) return null;
  const modules = new Set(release.summary.modules.map(({ id }) => id));
  const all = (await listReleaseParts(db, release.id, "scenario")).filter(({ moduleId }) => modules.has(moduleId));
  // Only what happened before it opened decides: the booster stays the same until it closes.
  const before = records.filter(({ at }) => at < booster.opensAt);
  const clauses = new Map(all.map((scenario) => [scenario.id, scenario.clauses]));
  const picked = pickBoosterScenarios({
    scenarios: all,
    tally: tallyClauses(before, (id) => clauses.get(id) ?? []),
    mustPass: new Set(
      release.summary.edition.sections.flatMap((section) =>
        section.clauses.filter(({ mustPass }) => mustPass).map(({ id }) => id),
      ),
    ),
    seenLast: answeredLast(before),
    count: config.scenarios,
    seed: `${certification.id} ${booster.day}`,
  });
  if (picked.length === 0) return null;
  const own = records.filter(({ subject }) => subject === boosterSubject(certification.id, booster.day));
  return {
    ...booster,
    certification,
    release,
    state: stateOf(own, booster),
    scenarios: picked.map((scenario) => ({ scenario, answer: firstAnswer(own, scenario.id) })),
  };
}

export function firstAnswer(own: readonly Pick<BoosterRecord, "body">[], scenarioId: string) {
  const body = own.map((record) => record.body).find((one) => isAnswer(one) && one.scenarioId === scenarioId);
  return body && isAnswer(body) ? { choices: body.answer, correct: body.correct } : null;
}

/** What the person saw in the booster before: that of the latest answer. */
function answeredLast(before: readonly BoosterRecord[]): Set<string> {
  const last = before.findLast(({ body }) => isAnswer(body))?.subject;
  return new Set(before.flatMap(({ subject, body }) => (subject === last && isAnswer(body) ? [body.scenarioId] : [])));
}

function stateOf(own: readonly BoosterRecord[], { state }: Booster): BoosterState {
  if (own.some(({ body }) => body.kind === "booster_finished")) return "finished";
  if (own.some(({ body }) => body.kind === "booster_skipped")) return "skipped";
  return state === "past" ? "missed" : state;
}

function isAnswer(body: BoosterRecord["body"]) {
  return body.kind === "booster_answered";
}
