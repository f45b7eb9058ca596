import { type PathStep, pathSteps, stepKey } from "../certification/path-steps.ts";
import { noProgress } from "../certification/progress.ts";
import { releaseAt } from "../claims/decide-for-subject.server.ts";
import type { Release } from "../programs/release-content.ts";
import type { Team } from "../teams/get-team.server.ts";
import type { Profile } from "../teams/team-member.ts";
import { editionToWorkOn } from "../waves/edition-to-work-on.ts";

/** The steps of an edition; `placeOf` by `stepKey`. */
export type MatrixPath = {
  editionId: string;
  release: Release;
  steps: PathStep[];
  placeOf: ReadonlyMap<string, number>;
};

/** What somebody works on as of the team's instant; people of one kind and country have the same. */
export function pathFinder({ program, asOf }: Pick<Team, "program" | "asOf">) {
  const { waves, releases, published, contents } = program;
  const known = new Map<string, MatrixPath | null>();
  const paths = new Map<string, MatrixPath>();
  const find = (person: Pick<Profile, "kind" | "country">): MatrixPath | null => {
    const editionId = editionToWorkOn(waves, { person, instant: asOf, isPublished: (id) => published.has(id) });
    const release = editionId === null ? undefined : contents.get(releaseAt(releases, editionId, asOf)?.id ?? "");
    if (editionId === null || !release) return null;
    const path = paths.get(editionId) ?? pathOf(editionId, release);
    paths.set(editionId, path);
    return path;
  };
  return ({ kind, country }: Pick<Profile, "kind" | "country">): MatrixPath | null => {
    const key = `${kind} ${country}`;
    const path = known.get(key);
    if (path !== undefined) return path;
    const found = find({ kind, country });
    known.set(key, found);
    return found;
  };
}

function pathOf(editionId: string, release: Release): MatrixPath {
  const steps = pathSteps(release, noProgress);
  return { editionId, release, steps, placeOf: new Map(steps.map((step, place) => [stepKey(step), place])) };
}
