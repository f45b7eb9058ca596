import type { ApplyInput } from "#app/features/people/import-kinds.server.ts";
import { getWork, listWork } from "#app/features/work/read-work.server.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { workRow } from "#app/routes/work/work-row.ts";

const shown = 5;
const kinds = ["people_import_preview", "people_import"];

export async function listImportWork({ db }: AppContext) {
  const rows = await listWork(db.read, { scope: "everybody", kinds });
  return rows.slice(0, shown).map(workRow);
}

/**
 * Starts the import that a preview has shown, whoever made the preview; one that was started already is answered again.
 * Throws not-found for an unknown preview, and conflict for one that came to nothing.
 */
export async function startImport(
  app: AppContext,
  { personId, previewId }: { personId: string; previewId: string },
): Promise<string> {
  const preview = await getWork(app.db.read, { workId: previewId, scope: "everybody" });
  const { fileId, fileName, planHash } = preview.result?.data ?? {};
  if (preview.kind !== "people_import_preview" || preview.state !== "done" || !fileId || !fileName || !planHash)
    throw new AppError("conflict", "This preview is not finished, so there is nothing to import yet.");
  const before = await listWork(app.db.read, { scope: "everybody", kinds: ["people_import"] });
  const same = before.find(
    ({ input, state }) => input.previewId === previewId && state !== "failed" && state !== "cancelled",
  );
  if (same) return same.id;
  const input: ApplyInput = { previewId, fileId, fileName, planHash };
  return startWork(app, { kind: "people_import", input, personId });
}
