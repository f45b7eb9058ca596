import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, partnerChecks } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { drawForm } from "../assessments/draw-form.ts";
import { seenItems } from "../assessments/seen-items.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { listPartnerItems } from "../programs/list-partner-items.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import { closePartnerCheck } from "./close-partner-check.server.ts";
import { requirePartnerCheck } from "./get-partner-check-keys.server.ts";
import { findUnsubmittedCheck, type PartnerCheck } from "./list-partner-checks.server.ts";
import type { PartnerCheckDecision } from "./partner-check-policy.ts";
import { type PartnerStep, stepsLeftBefore } from "./partner-path.ts";
import { readPartnerState } from "./read-partner-state.server.ts";

export type StartPartnerCheckResult =
  | { state: "started" | "resumed"; check: PartnerCheck }
  | { state: "steps-left"; steps: PartnerStep[] }
  | { state: "refused"; decision: Extract<PartnerCheckDecision, { allowed: false }> };

/**
 * Starts the check, or answers with the one in progress: of two that start at once, both get the same. Needs every
 * replay of the release watched, and the policy to allow it. Throws not-found for a program without a check.
 */
export async function startPartnerCheck(given: {
  db: Database;
  clock: Clock;
  personId: string;
}): Promise<StartPartnerCheckResult> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const { items } = requirePartnerCheck(release);
  const bank = await listPartnerItems(db, release.id);
  const replays = await listReplays(db, release.id);
  // One of an edition that the person no longer works on ends with what it holds.
  const open = await findUnsubmittedCheck(db.read, personId);
  if (open && open.editionId !== release.editionId)
    await closePartnerCheck({ db, clock, personId, checkId: open.id, by: "server" });
  const id = newId();
  return db.write(
    async (tx): Promise<StartPartnerCheckResult> => {
      const now = clock.now();
      const { steps, checks } = await readPartnerState(tx, { personId, release, replays, now });
      if (checks.open) return { state: "resumed", check: checks.open };
      if (!checks.decision.allowed) return { state: "refused", decision: checks.decision };
      const left = stepsLeftBefore("check", steps);
      if (left.length > 0) return { state: "steps-left", steps: left };
      const form = drawForm({ bank, length: items, seed: id, seen: await readShownItems(tx, personId) });
      const scope = { id, personId, editionId: release.editionId, releaseId: release.id };
      const [started] = await tx
        .insert(partnerChecks)
        .values({ ...scope, number: checks.nextNumber, form, answers: {}, startedAt: now })
        .onConflictDoNothing()
        .returning();
      if (started) return { state: "started", check: started };
      const other = await findUnsubmittedCheck(tx, personId);
      if (!other) throw new Error("A check was neither started nor found.");
      return { state: "resumed", check: other };
    },
    { person: personId },
  );
}

/** When each item was last shown to the person, under any edition. */
async function readShownItems(tx: Handle, personId: string) {
  const shown = await tx
    .select({ form: partnerChecks.form, startedAt: partnerChecks.startedAt })
    .from(partnerChecks)
    .where(eq(partnerChecks.personId, personId));
  return seenItems(shown);
}
