import { isAllowed } from "#app/features/access/roles.ts";
import { sightOfExport } from "#app/features/exports/export-kind.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { getWorkFile, readWorkFile } from "#app/features/work/read-work-file.server.ts";
import { listedWork } from "#app/features/work/work-list.ts";
import { AppError } from "#app/platform/errors.ts";
import { maySeeSight } from "#app/routes/manager/team-sight.server.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { fileResponse } from "./file-response.ts";
import { workScopeOf } from "./work-scope-of.ts";

/** A file of work in sight, for whoever may still start such work. */
export const loader = pageLoader("work:own", async ({ app, viewer, params }) => {
  const { db } = app;
  const { workId = "", fileId = "" } = params;
  const { kind, result } = await getWork(db.read, { workId, scope: workScopeOf(viewer) });
  const permission = listedWork(kind)?.permission;
  if (!permission || !isAllowed(viewer.roles, permission))
    throw new AppError("not-allowed", "This file is for other roles than yours.");
  // Made with the rights of then, handed over with those of now.
  const sight = sightOfExport(result);
  if (sight !== null && !(await maySeeSight(app, viewer, sight)))
    throw new AppError("not-allowed", "This file shows a team that you may not see any more.");
  const file = await getWorkFile(db.read, { workId, fileId });
  return fileResponse({ ...file, pieces: readWorkFile(db.read, file.id) });
});
