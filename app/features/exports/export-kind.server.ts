import { eq } from "drizzle-orm";
import { z } from "zod";
import type { AppContext } from "#app/platform/app-context.ts";
import { people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { listRoles } from "../access/list-roles.server.ts";
import type { Viewer } from "../access/require-viewer.server.ts";
import { isAllowed } from "../access/roles.ts";
import type { Team } from "../teams/get-team.server.ts";
import { type PeopleFilter, readPeopleFilter, sorts } from "../teams/people-filter.ts";
import { storeWorkFile } from "../work/store-work-file.server.ts";
import { type WorkKind, workKind } from "../work/work-kind.ts";
import { workList } from "../work/work-list.ts";
import { exportFormats } from "./export-origin.ts";
import { exportOriginOf } from "./export-origin-of.server.ts";
import { type ExportSubject, writeExport } from "./write-export.server.ts";

/** Which of the teams that somebody may see: employee ids of whom they stand in for, and of a manager in it. */
export type TeamPlace = { for: string | null; manager: string | null };
type TeamOf = (app: AppContext, viewer: Viewer, place: TeamPlace) => Promise<{ team: Team }>;

const exportInput = z.object({
  format: z.enum(exportFormats),
  filter: z.record(z.string(), z.string().nullable()).transform(filterOf),
  sort: z.enum(sorts),
  backwards: z.boolean(),
  place: z.object({ for: z.string().nullable(), manager: z.string().nullable() }),
});

export type ExportInput = { format: (typeof exportFormats)[number]; filter: PeopleFilter } & {
  sort: (typeof sorts)[number];
  backwards: boolean;
  place: TeamPlace;
};

function filterOf(given: Record<string, string | null>): PeopleFilter {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value !== null) query.set(name, value);
  return readPeopleFilter(query);
}

/**
 * An export as background work. Who asked is looked up when it runs: it shows what they may see then, and nothing when
 * they may see nothing any more.
 */
export function exportKind(subject: ExportSubject, teamOf: TeamOf): WorkKind {
  const kind = subject === "people" ? "people_export" : "matrix_export";
  return workKind({
    kind,
    ...workList[kind],
    readInput: (input): ExportInput => exportInput.parse(input),
    run: async ({ app, workId, input, startedBy, progress, signal }) => {
      const { db, clock } = app;
      const [person] = startedBy === null ? [] : await db.read.select().from(people).where(eq(people.id, startedBy));
      const roles = person ? await listRoles(db.read, { person, now: clock.now() }) : [];
      if (!person || !isAllowed(roles, workList[kind].permission))
        throw new AppError("not-allowed", "You may not see a team any more, so there is nothing to export.");
      const { format, filter, place, ...order } = input;
      const { team } = await teamOf(app, { person, roles, mustChangePassword: false }, place);
      const origin = exportOriginOf(person, { asOf: team.asOf, filter });
      const file = await writeExport(app, {
        ...{ subject, format, team, order, origin },
        onRows: (done, total) => progress(done, total, "rows"),
      });
      const about = { workId, role: "result" as const, name: file.name, mediaType: file.mediaType };
      await storeWorkFile(app, about, file.pieces, { signal });
      return { counts: { people: file.people } };
    },
  });
}
