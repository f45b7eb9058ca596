import { revokeApiKey } from "#app/features/access/revoke-api-key.server.ts";
import type { Command } from "../command.ts";

export const keysRevokeCommand: Command = {
  name: "keys revoke",
  usage: "NAME",
  summary: "Ends a key: the next request that carries it is refused.",
  options: {},
  positionals: [1, 1],
  run: async ({ positionals, app, output }) => {
    const name = positionals[0] ?? "";
    const { db, clock } = await app();
    await revokeApiKey({ db, clock, name });
    output.line(`The key "${name}" is revoked.`);
    output.record({ type: "revoked", name });
    return 0;
  },
};
