import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exportKind } from "#app/features/exports/export-kind.server.ts";
import { nudgesKind } from "#app/features/notices/nudges-kind.server.ts";
import { importKind, importPreviewKind } from "#app/features/people/import-kinds.server.ts";
import { contentKinds } from "#app/features/programs/content-kinds.server.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import type { Registry } from "#app/features/work/start-worker.server.ts";
import { projectRoot } from "#app/platform/project-root.server.ts";
import { loadTeamAt } from "../manager/team-sight.server.ts";
import { schedule } from "./schedule.server.ts";

/** All that this process does in the background. Content is published from `content/` of the project. */
export function backgroundRegistry(): Registry {
  const contentFolder = fileURLToPath(new URL("content/", projectRoot));
  return {
    kinds: [
      exportKind("people", loadTeamAt),
      exportKind("matrix", loadTeamAt),
      nudgesKind(loadTeamAt),
      importPreviewKind,
      importKind,
      ...contentKinds(join(contentFolder, defaultProgramId)),
    ],
    schedule,
  };
}
