import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { findEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { listReadDuties } from "./list-read-duties.server.ts";

export type Duty = { id: string; title: string; summary: string; minutes: number; read: boolean };

/** The managers' modules of the person's current edition; none while nothing is published. */
export async function listDuties(given: { db: Database; clock: Clock; personId: string }): Promise<Duty[]> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const edition = await findEditionForPerson(db.read, { person, now: clock.now() });
  const modules = edition?.release.summary.managerModules ?? [];
  if (!edition || modules.length === 0) return [];
  const read = await listReadDuties(db.read, { personId, editionId: edition.editionId });
  return modules.map(({ id, title, summary, minutes }) => ({ id, title, summary, minutes, read: read.has(id) }));
}
