/**
 * Keeps what never changes, at most `limit` values for each owner, forgetting the oldest. The owner is the database it
 * was read from, so that two databases in one process never answer for each other.
 */
export function boundedCache<V>(limit: number) {
  const owners = new WeakMap<object, Map<string, V>>();
  return {
    get: (owner: object, key: string): V | undefined => owners.get(owner)?.get(key),
    set: (owner: object, key: string, value: V) => {
      const values = owners.get(owner) ?? new Map<string, V>();
      owners.set(owner, values);
      values.set(key, value);
      for (const oldest of values.keys()) {
        if (values.size <= limit) return;
        values.delete(oldest);
      }
    },
  };
}
