const dones = [
  ...["invited", "resent", "tooSoon", "tooOften", "hasJoined", "revoked"],
  ...["saved", "appointed", "dismissed", "linked", "notLinked", "gone"],
] as const;

/** What a form has just done, on its way to the page that follows. */
export type Done = { done: (typeof dones)[number]; invited?: number; joined?: number; before?: number };

/** As the query of a URL. */
export function doneQuery({ done, ...counts }: Done): Record<string, string | null> {
  return {
    done,
    ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count ? String(count) : null])),
  };
}

export function readDone(request: Request): Done | null {
  const query = new URL(request.url).searchParams;
  const done = dones.find((one) => one === query.get("done"));
  const count = (name: string) => Math.min(Math.max(0, Number.parseInt(query.get(name) ?? "0", 10) || 0), 1000);
  return done ? { done, invited: count("invited"), joined: count("joined"), before: count("before") } : null;
}
