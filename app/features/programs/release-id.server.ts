import { createHash } from "node:crypto";
import { canonicalJson } from "#app/features/evidence/canonical-json.ts";
import type { CompiledProgram } from "./assemble-release.ts";

/** SHA-256 over everything that was compiled, in hexadecimal: the same content has the same id on every machine. */
export function releaseId(content: CompiledProgram): string {
  const { programId, editionId, summary, modules, scenarios, items, partnerItems, story, replays } = content;
  return createHash("sha256")
    .update(canonicalJson({ programId, editionId, summary, modules, scenarios, items, partnerItems, story, replays }))
    .digest("hex");
}
