import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner, type Learner } from "../certification/get-learner.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import type { Release } from "../programs/release-content.ts";
import type { PartnerStep } from "./partner-path.ts";
import { type PartnerState, readPartnerState } from "./read-partner-state.server.ts";

export type PartnerPath = PartnerState & {
  asOf: number;
  person: Learner;
  release: Release;
  nextStep: PartnerStep | null;
  /** Of all steps that are not done. */
  minutesLeft: number;
};

/** Where a partner stands now with the edition that they work on. */
export async function getPartnerPath(given: { db: Database; clock: Clock; personId: string }): Promise<PartnerPath> {
  const { db, clock, personId } = given;
  const now = clock.now();
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now });
  const replays = await listReplays(db, release.id);
  const state = await readPartnerState(db.read, { personId, release, replays, now });
  const left = state.steps.filter((step) => step.state !== "done");
  return {
    ...state,
    asOf: now,
    person,
    release,
    nextStep: left[0] ?? null,
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
