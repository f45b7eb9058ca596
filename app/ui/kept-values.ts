/**
 * Remembers what is dear to make and never changes, such as the formatters of a locale: at most `limit` of them, the
 * oldest forgotten first.
 */
export function keptValues<V, K = string>(limit: number): (key: K, make: () => V) => V {
  const kept = new Map<K, V>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
    return made;
  };
}
