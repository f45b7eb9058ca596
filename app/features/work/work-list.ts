import type { Permission } from "../access/roles.ts";
import type { WorkKind } from "./work-kind.ts";

type Listed = {
  /** Who may start it, and open its files. */
  permission: Permission;
} & Pick<WorkKind, "cancel" | "resume">;

/** Everything about each kind but how it is run: pages know no more of it. */
export const workList = {
  people_export: { permission: "team:read", cancel: "safe", resume: "again" },
  matrix_export: { permission: "team:read", cancel: "safe", resume: "again" },
  nudges: { permission: "team:nudge", cancel: "safe", resume: "again" },
  people_import_preview: { permission: "people:import", cancel: "safe", resume: "again" },
  people_import: { permission: "people:import", cancel: "never", resume: "again" },
  content_check: { permission: "content:publish", cancel: "safe", resume: "again" },
  content_publish: { permission: "content:publish", cancel: "never", resume: "again" },
} as const satisfies Record<string, Listed>;

type WorkKindName = keyof typeof workList;

export function listedWork(kind: string): Listed | null {
  return kind in workList ? workList[kind as WorkKindName] : null;
}

/** Whatever waits may be cancelled; what runs, where nothing is left half done. */
export function mayCancel({ kind, state }: { kind: string; state: string }): boolean {
  return state === "waiting" || (state === "running" && listedWork(kind)?.cancel === "safe");
}
