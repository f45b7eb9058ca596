import { createHash } from "node:crypto";
import { canonicalJson } from "#app/features/evidence/canonical-json.ts";
import type { CompiledProgram } from "./assemble-release.ts";

/** SHA-256 over everything that was compiled, in hexadecimal: the same content has the same id on every machine. */
export function releaseId({ programId, editionId, summary, modules, scenarios, items }: CompiledProgram): string {
  return createHash("sha256")
    .update(canonicalJson({ programId, editionId, summary, modules, scenarios, items }))
    .digest("hex");
}
