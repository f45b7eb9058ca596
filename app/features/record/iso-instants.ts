type InstantKey = "at" | "asOf" | "validFrom" | "validUntil" | `${string}At`;

/** The same data with each instant (a number of milliseconds under a name such as `grantedAt`) as ISO 8601 text. */
export type WithIso<T> = T extends readonly (infer One)[]
  ? WithIso<One>[]
  : T extends object
    ? { [K in keyof T]: K extends InstantKey ? string | Extract<T[K], null> : WithIso<T[K]> }
    : T;

const instantKey = /^(at|asOf|validFrom|validUntil|[a-z]+(?:[A-Z][a-z]+)*At)$/;

/** Writes every instant in UTC, with milliseconds: `2026-11-15T17:00:00.000Z`. */
export function isoInstants<T>(value: T): WithIso<T> {
  return convert(value, "") as WithIso<T>;
}

function convert(value: unknown, key: string): unknown {
  if (typeof value === "number" && instantKey.test(key)) return new Date(value).toISOString();
  if (Array.isArray(value)) return value.map((one) => convert(one, ""));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, convert(member, name)]));
}
