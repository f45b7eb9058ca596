import type { Handle } from "#app/platform/db.server.ts";
import { type PathStep, pathSteps } from "../certification/path-steps.ts";
import { releaseAt } from "../claims/decide-for-subject.server.ts";
import { readOpenProgress } from "../claims/read-open-progress.server.ts";
import { readReleases } from "../claims/read-releases.server.ts";
import type { ProgramFacts, Subject } from "../claims/sort-fact-rows.server.ts";
import { editionToWorkOn } from "../waves/edition-to-work-on.ts";

/** What is left to do on the path of each person, with a number of queries that does not depend on how many. */
export async function readStepsLeft(
  handle: Handle,
  { asked, now }: { asked: readonly { subject: Subject; program: ProgramFacts }[]; now: number },
): Promise<Map<string, PathStep[]>> {
  const wanted = asked.flatMap(({ subject, program }) => {
    const isPublished = (editionId: string) => program.releases.some((release) => release.editionId === editionId);
    const editionId = editionToWorkOn(program.waves, { person: subject.person, instant: now, isPublished });
    const release = editionId !== null && releaseAt(program.releases, editionId, now);
    return release ? [{ personId: subject.id, editionId: release.editionId, releaseId: release.id }] : [];
  });
  const progress = await readOpenProgress(handle, { wanted, now });
  const releases = await readReleases(
    handle,
    wanted.map(({ releaseId }) => releaseId),
  );
  return new Map(
    wanted.map(({ personId, releaseId }) => {
      const [release, done] = [releases.get(releaseId), progress.get(personId)?.done];
      if (!release || !done || done === "finished") return [personId, []];
      return [personId, pathSteps(release, done).filter((step) => step.state !== "done")];
    }),
  );
}
