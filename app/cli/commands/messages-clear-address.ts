import { clearRefusal } from "#app/features/messages/clear-refusal.server.ts";
import type { Command } from "../command.ts";
import { requiredOption } from "./required-option.ts";

export const messagesClearAddressCommand: Command = {
  name: "messages clear-address",
  usage: "ADDRESS --by NAME",
  summary: "Sends mail again to an address that refused it. Messages that were given up meanwhile stay so.",
  options: { by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const by = requiredOption(values, "by");
    const address = positionals[0] ?? "";
    const { db, clock } = await app();
    const cleared = await clearRefusal({ db, clock, address, by });
    output.line(cleared ? "Mail goes to this address again." : "No mail was held back from this address.");
    output.record({ type: "address-cleared", address, cleared });
    return cleared ? 0 : 1;
  },
};
