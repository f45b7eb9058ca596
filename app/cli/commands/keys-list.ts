import { listApiKeys } from "#app/features/access/list-api-keys.server.ts";
import type { Command } from "../command.ts";

export const keysListCommand: Command = {
  name: "keys list",
  usage: "",
  summary: "Lists the keys of the API: name, first characters, scopes, last use. Never the key itself.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db } = await app();
    const keys = await listApiKeys(db.read);
    if (keys.length === 0) output.line('There are no keys. "cleared keys create" makes one.');
    for (const { id, name, prefix, scopes, createdAt, lastUsedAt, revokedAt } of keys) {
      const state =
        revokedAt === null ? `last used ${instant(lastUsedAt) ?? "never"}` : `revoked ${instant(revokedAt)}`;
      output.line(`${name}  ${prefix}…  ${scopes.join(" ")}  made ${instant(createdAt)}  ${state}`);
      output.record({
        type: "key",
        id,
        name,
        prefix,
        scopes,
        createdAt: instant(createdAt),
        lastUsedAt: instant(lastUsedAt),
        revokedAt: instant(revokedAt),
      });
    }
    return 0;
  },
};

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
