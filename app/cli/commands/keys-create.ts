import { type ApiScope, apiScopes, isApiScope } from "#app/features/access/api-scopes.ts";
import { createApiKey } from "#app/features/access/create-api-key.server.ts";
import { type Command, UsageError } from "../command.ts";

const nameRule = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;

export const keysCreateCommand: Command = {
  name: "keys create",
  usage: "NAME --scope SCOPE [--scope SCOPE …]",
  summary: `Makes a key for the API and prints it, this once. Scopes: ${Object.keys(apiScopes).join(", ")}.`,
  options: { scope: { type: "string", multiple: true } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const name = positionals[0] ?? "";
    if (!nameRule.test(name)) {
      throw new UsageError("A name has 1 to 64 letters, digits, spaces and . _ -, and begins with a letter or digit.");
    }
    const scopes = scopesOf(values.scope);
    const { db, clock } = await app();
    const { id, token } = await createApiKey({ db, clock, name, scopes });
    // On standard output alone, so that it can be piped into a secret store.
    output.line(token);
    output.record({ type: "key", id, name, scopes, key: token });
    if (!output.json) output.error("Keep it now: it is not stored and cannot be shown again.");
    return 0;
  },
};

function scopesOf(given: string | boolean | string[] | undefined): ApiScope[] {
  const names = Array.isArray(given) ? given : [];
  const all = Object.keys(apiScopes).join(", ");
  if (names.length === 0) throw new UsageError(`Give the key at least one scope with --scope. Scopes: ${all}.`);
  return names.map((name) => {
    if (!isApiScope(name)) throw new UsageError(`There is no scope "${name}". Scopes: ${all}.`);
    return name;
  });
}
