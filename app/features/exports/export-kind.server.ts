import { z } from "zod";
import { AppError } from "#app/platform/errors.ts";
import { findStarter } from "../access/find-starter.server.ts";
import { type PeopleFilter, sorts } from "../teams/people-filter.ts";
import { type TeamPlace, teamAsked } from "../teams/team-asked.ts";
import type { TeamOf } from "../teams/team-of.server.ts";
import { storeWorkFile } from "../work/store-work-file.server.ts";
import { type WorkKind, workKind } from "../work/work-kind.ts";
import { workList } from "../work/work-list.ts";
import { exportFormats } from "./export-origin.ts";
import { storeExportSight } from "./export-sight.server.ts";
import { type ExportSubject, writeExport } from "./write-export.server.ts";

const exportInput = z.object({
  ...teamAsked,
  format: z.enum(exportFormats),
  sort: z.enum(sorts),
  backwards: z.boolean(),
});

export type ExportInput = { format: (typeof exportFormats)[number]; filter: PeopleFilter } & {
  sort: (typeof sorts)[number];
  backwards: boolean;
  place: TeamPlace;
};

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
    run: async ({ app, workId, claim, input, startedBy, progress, signal }) => {
      const viewer = await findStarter(app, { personId: startedBy, permission: workList[kind].permission });
      if (!viewer) throw new AppError("not-allowed", "You may not see a team any more, so there is nothing to export.");
      const { format, filter, place, ...order } = input;
      const { team } = await teamOf(app, viewer, place);
      const file = await writeExport(app, {
        ...{ subject, format, team, filter, order, reader: viewer.person, signal },
        onRows: (done, total) => progress(done, total, "rows"),
      });
      await storeExportSight(app, { workId, claim, team, people: file.people });
      const about = { workId, role: "result" as const, name: file.name, mediaType: file.mediaType };
      await storeWorkFile(app, about, file.pieces, { signal, claim });
      return { counts: { people: file.people.length } };
    },
  });
}
