import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import type { Command } from "../command.ts";

const shownAtMost = 50;

export const evidenceVerifyCommand: Command = {
  name: "evidence verify",
  usage: "",
  summary: "Recomputes every score, certification and claim from the evidence and says where what is stored differs.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db } = await app();
    const progress = output.progress("Verifying");
    const { discrepancies, ...counted } = await verifyEvidence(db, { onProgress: progress.update });
    progress.end();
    for (const found of discrepancies) output.record({ type: "discrepancy", ...found });
    for (const { personId, subject, problem } of discrepancies.slice(0, shownAtMost))
      output.line(`person ${personId}: ${subject} ${problem}`);
    if (discrepancies.length > shownAtMost)
      output.line(`… and ${discrepancies.length - shownAtMost} more (--json shows all)`);
    const { people, records, certifications, claims } = counted;
    output.line(
      `${people} people, ${records} records, ${certifications} certifications and ${claims} claims recomputed.`,
    );
    output.line(
      discrepancies.length === 0
        ? "Everything follows from the evidence."
        : `${discrepancies.length} differences found.`,
    );
    output.record({ type: "summary", ...counted, discrepancies: discrepancies.length });
    return discrepancies.length === 0 ? 0 : 1;
  },
};
