import { isFirmOpen } from "#app/features/firms/firm-is-open.ts";
import { listFirms } from "#app/features/firms/list-firms.server.ts";
import type { Command } from "../command.ts";

export const firmsListCommand: Command = {
  name: "firms list",
  usage: "[WORDS]",
  summary: "Lists the partner firms, or those in whose name, id or domains the words stand.",
  options: {},
  positionals: [0, 1],
  run: async ({ app, output, positionals }) => {
    const { db, clock } = await app();
    const now = clock.now();
    const firms = await listFirms(db, { q: positionals[0] ?? null, now });
    if (firms.length === 0) output.line('There are no such firms. "cleared firms import" loads them.');
    for (const { closedAt, ...firm } of firms) {
      const { externalId, name, country, tier, domains, people, joined } = firm;
      const state = isFirmOpen({ closedAt }, now) ? "" : "  closed";
      output.line(
        `${externalId}  ${name}  ${country}  ${tier}  ${domains.join(";") || "no domain"}  ${joined} of ${people} joined${state}`,
      );
      output.record({ type: "firm", ...firm, closedAt: closedAt === null ? null : new Date(closedAt).toISOString() });
    }
    return 0;
  },
};
