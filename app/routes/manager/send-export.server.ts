import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import type { ExportFormat } from "#app/features/exports/export-origin.ts";
import { type ExportSubject, writeExport } from "#app/features/exports/write-export.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { fileResponse } from "#app/routes/work/file-response.ts";
import { readPeopleQuery } from "./people-query.ts";
import { loadTeam } from "./team-sight.server.ts";

type Given = { app: AppContext; viewer: Viewer; request: Request };

/** The whole list as it is on the screen, or its matrix, written while it is sent. */
export async function sendExport(
  { app, viewer, request }: Given,
  { subject, format }: { subject: ExportSubject; format: ExportFormat },
): Promise<Response> {
  const { filter, sort, backwards } = readPeopleQuery(request);
  const team = await loadTeam(app, viewer, request);
  const about = { subject, format, team, filter, order: { sort, backwards } };
  return fileResponse(await writeExport(app, { ...about, reader: viewer.person, signal: request.signal }));
}
