/** What an API key may be allowed to do. The names are part of the API: never rename one. */
export const apiScopes = {
  "claim-right:read": "Ask whether a person may claim a deal.",
  "deal-claims:write": "Register deal claims.",
  "deal-claims:read": "Read deal claims.",
  "metrics:read": "Read the server's metrics from another machine.",
} as const;

export type ApiScope = keyof typeof apiScopes;

export function isApiScope(value: string): value is ApiScope {
  return Object.hasOwn(apiScopes, value);
}
