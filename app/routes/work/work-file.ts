import { isAllowed } from "#app/features/access/roles.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { getWorkFile, readWorkFile } from "#app/features/work/read-work-file.server.ts";
import { listedWork } from "#app/features/work/work-list.ts";
import { AppError } from "#app/platform/errors.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { fileResponse } from "./file-response.ts";
import { workScopeOf } from "./work-scope-of.ts";

/** A file of work in sight, for whoever may still start such work. */
export const loader = pageLoader("work:own", async ({ app, viewer, params }) => {
  const { db } = app;
  const { workId = "", fileId = "" } = params;
  const { kind } = await getWork(db.read, { workId, scope: workScopeOf(viewer) });
  const permission = listedWork(kind)?.permission;
  if (!permission || !isAllowed(viewer.roles, permission))
    throw new AppError("not-allowed", "This file is for other roles than yours.");
  const file = await getWorkFile(db.read, { workId, fileId });
  return fileResponse({ ...file, pieces: readWorkFile(db.read, file.id) });
});
