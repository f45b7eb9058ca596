import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import type { ExportInput } from "#app/features/exports/export-kind.server.ts";
import { exportFormats } from "#app/features/exports/export-origin.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { readPeopleQuery } from "./people-query.ts";
import { lastingPlaceOf, loadTeamView } from "./team-sight.server.ts";

const choice = z.object({ subject: z.enum(["people", "matrix"]), format: z.enum(exportFormats) });

type Given = { app: AppContext; viewer: Viewer; request: Request; form: FormData };

/** Starts an export in the background, of the list that the URL means, and goes to where it can be watched. */
export async function startExport({ app, viewer, request, form }: Given): Promise<Response> {
  const wanted = choice.safeParse(Object.fromEntries(form));
  if (!wanted.success) throw new AppError("validation-failed", "Choose what to download.");
  const { subject, format } = wanted.data;
  const { filter, sort, backwards } = readPeopleQuery(request);
  const place = lastingPlaceOf(request, await loadTeamView(app, viewer, request));
  const input: ExportInput = { format, filter: { ...filter, manager: place.manager }, sort, backwards, place };
  const kind = subject === "people" ? "people_export" : "matrix_export";
  return redirect(paths.workItem(await startWork(app, { kind, input, personId: viewer.person.id })));
}
