import { fileURLToPath } from "node:url";
import { exportKind } from "#app/features/exports/export-kind.server.ts";
import { importKind, importPreviewKind } from "#app/features/people/import-kinds.server.ts";
import { contentKinds } from "#app/features/programs/content-kinds.server.ts";
import type { Registry } from "#app/features/work/start-worker.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { loadTeamAt } from "../manager/team-sight.server.ts";
import { schedule } from "./schedule.server.ts";

type Given = {
  /** Where the programs' folders lie; `content/` of the project unless given. */
  contentFolder?: string;
};

/** All that this process does in the background. */
export function backgroundRegistry({
  contentFolder = fileURLToPath(new URL("content/", projectRoot)),
}: Given = {}): Registry {
  return {
    kinds: [
      exportKind("people", loadTeamAt),
      exportKind("matrix", loadTeamAt),
      importPreviewKind,
      importKind,
      ...contentKinds(contentFolder),
    ],
    schedule,
  };
}
