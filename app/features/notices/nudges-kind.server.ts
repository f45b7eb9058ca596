import { z } from "zod";
import { AppError } from "#app/platform/errors.ts";
import { findStarter } from "../access/find-starter.server.ts";
import { fullName } from "../people/full-name.ts";
import { listPeople } from "../teams/list-people.server.ts";
import type { PeopleFilter } from "../teams/people-filter.ts";
import { type TeamPlace, teamAsked } from "../teams/team-asked.ts";
import type { TeamOf } from "../teams/team-of.server.ts";
import { type WorkKind, workKind } from "../work/work-kind.ts";
import { workList } from "../work/work-list.ts";
import { countNudges } from "./count-nudges.server.ts";
import { mostNudgedInBackground } from "./nudge-limits.ts";
import { nudgePeople } from "./nudge-people.server.ts";

const nudgesInput = z.object({ ...teamAsked, words: z.string().nullable() });

export type NudgesInput = { filter: PeopleFilter; place: TeamPlace; words: string | null };

/**
 * Nudges to many as background work, which gives its own id to the batch: run again, it goes on where it was. Who asked
 * is looked up when it runs, so nobody is nudged who has left their sight meanwhile.
 */
export function nudgesKind(teamOf: TeamOf): WorkKind {
  return workKind({
    kind: "nudges",
    ...workList.nudges,
    readInput: (input): NudgesInput => nudgesInput.parse(input),
    run: async ({ app, workId, input, startedBy, progress, signal }) => {
      const { filter, place, words } = input;
      const viewer = await findStarter(app, { personId: startedBy, permission: workList.nudges.permission });
      if (!viewer) throw new AppError("not-allowed", "You have no team any more, so nobody was nudged.");
      const { team } = await teamOf(app, viewer, place);
      const personIds = listPeople(team, filter).map(({ id }) => id);
      if (personIds.length > mostNudgedInBackground)
        throw new AppError("conflict", "The list has grown, and these are too many people now. Please narrow it.");
      const by = { id: viewer.person.id, name: fullName(viewer.person) };
      const onProgress = (done: number, total: number) => progress(done, total, "nudges");
      await nudgePeople({ ...app, batchId: workId, by, words, personIds, onProgress, signal });
      return { counts: await countNudges(app.db.read, workId) };
    },
  });
}
