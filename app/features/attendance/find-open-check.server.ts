import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { findUnsubmittedCheck, type PartnerCheck } from "./list-partner-checks.server.ts";

export type OpenCheck = {
  check: PartnerCheck;
  /** For each position of the form, in order, whether an answer is saved. */
  answered: boolean[];
};

/** The check a person is in, of the edition that they work on now; null when there is none. */
export async function findOpenCheck(given: {
  db: Database;
  clock: Clock;
  personId: string;
}): Promise<OpenCheck | null> {
  const { db, clock, personId } = given;
  const check = await findUnsubmittedCheck(db.read, personId);
  if (!check) return null;
  const person = await getLearner(db.read, personId);
  const { editionId } = await getEditionForPerson(db.read, { person, now: clock.now() });
  if (check.editionId !== editionId) return null;
  return { check, answered: check.form.map(({ itemId }) => Object.hasOwn(check.answers, itemId)) };
}
