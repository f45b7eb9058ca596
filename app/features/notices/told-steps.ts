type Telling = { personId: string; occasion: string; step: string };
/** What was told about ends, and which weeks had their digest. */
export type ToldSteps = { add: (telling: Telling) => void; has: (telling: Telling) => boolean };

/**
 * How far a step is on the way from long before an end to long after it. The days of the ladder may change while somebody
 * is on it: a step then counts as told when one that is as far or further was, whatever its days were called.
 */
function rankOf(step: string): number {
  const [kind, days] = step.split("-");
  if (kind === "before") return -Number(days);
  return kind === "after" ? 1 : 2;
}

/** Remembers tellings; `has` answers whether it, or something further on about the same end, was told. */
export function toldSteps(tellings: readonly Telling[] = []): ToldSteps {
  const furthest = new Map<string, number>();
  const keyOf = ({ personId, occasion, step }: Telling) =>
    `${personId} ${occasion} ${step === "digest" ? "digest" : "end"}`;
  const add = (telling: Telling) => {
    const key = keyOf(telling);
    furthest.set(key, Math.max(furthest.get(key) ?? Number.NEGATIVE_INFINITY, rankOf(telling.step)));
  };
  for (const telling of tellings) add(telling);
  return { add, has: (telling) => (furthest.get(keyOf(telling)) ?? Number.NEGATIVE_INFINITY) >= rankOf(telling.step) };
}
