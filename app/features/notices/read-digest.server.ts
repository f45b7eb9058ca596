import { and, inArray, ne } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { reportingLines } from "../teams/reporting-lines.ts";
import type { NoticePerson } from "./notice-person.ts";
import { readInTurns } from "./read-notice-people.server.ts";
import { type Digest, teamDigests } from "./team-digests.ts";

const chunk = 500;

/** The digest of one manager as of now, as a run would write it; null when there is nothing to tell. Reads who is below. */
export async function readDigest(
  handle: Handle,
  { manager, now }: { manager: Pick<NoticePerson, "id" | "employeeId">; now: number },
): Promise<Digest | null> {
  const moment = () => now;
  const below = await readInTurns(handle, await listIdsUnder(handle, manager), moment);
  return teamDigests(reportingLines(below), below, moment).get(manager.id) ?? null;
}

/** The manager, and everybody below at any depth. Ends in a loop too. */
async function listIdsUnder(handle: Handle, { id, employeeId }: Pick<NoticePerson, "id" | "employeeId">) {
  const ids = new Set([id]);
  const open = [employeeId];
  for (; open.length > 0; await nextTurn()) {
    const reports = await handle
      .select({ id: people.id, employeeId: people.employeeId })
      .from(people)
      .where(and(inArray(people.managerEmployeeId, open.splice(-chunk)), ne(people.kind, "partner")));
    for (const report of reports) {
      if (report.employeeId === null || ids.has(report.id)) continue;
      ids.add(report.id);
      open.push(report.employeeId);
    }
  }
  return [...ids];
}
