import { eq, type SQL } from "drizzle-orm";
import { work } from "#app/platform/db.server.ts";
import type { WorkScope } from "./work-scope.ts";

export function inScope(scope: WorkScope): SQL | undefined {
  return scope === "everybody" ? undefined : eq(work.personId, scope.personId);
}
