import { isAllowed } from "#app/features/access/roles.ts";
import { isExportInSight } from "#app/features/exports/export-sight.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { getWorkFile, readWorkFile } from "#app/features/work/read-work-file.server.ts";
import { listedWork } from "#app/features/work/work-list.ts";
import { AppError } from "#app/platform/errors.ts";
import { listTeams } from "#app/routes/manager/team-sight.server.ts";
import { fileLoader } from "#app/routes/page-handlers.server.ts";
import { fileResponse } from "./file-response.ts";
import { workScopeOf } from "./work-scope-of.ts";

/** A file of work in sight, for whoever may still start such work. */
export const loader = fileLoader("work:own", async ({ app, viewer, params }) => {
  const { db } = app;
  const { workId = "", fileId = "" } = params;
  const { kind } = await getWork(db.read, { workId, scope: workScopeOf(viewer) });
  const permission = listedWork(kind)?.permission;
  if (!permission || !isAllowed(viewer.roles, permission))
    throw new AppError("not-allowed", "This file is for other roles than yours.");
  if (kind.endsWith("_export") && !(await isExportInSight(db.read, { workId, teams: await listTeams(app, viewer) })))
    throw new AppError("not-found", "Somebody in this file is out of your sight now.", { extra: { context: "file" } });
  const file = await getWorkFile(db.read, { workId, fileId });
  return fileResponse({ ...file, pieces: readWorkFile(db.read, file.id) });
});
