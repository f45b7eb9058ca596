import { stat } from "node:fs/promises";

/** Remembers what `read` makes of a file for as long as its size, time and place on the disk stay. Null when it is gone. */
export function rememberWhileUnchanged<T>(read: (path: string) => Promise<T>): (path: string) => Promise<T | null> {
  const known = new Map<string, { stamp: string; value: Promise<T> }>();
  return async (path) => {
    const facts = await stat(path, { bigint: true }).catch(() => null);
    if (!facts?.isFile()) return null;
    const stamp = [facts.size, facts.mtimeNs, facts.ctimeNs, facts.ino].join(" ");
    const before = known.get(path);
    if (before?.stamp === stamp) return before.value;
    const value = read(path);
    known.set(path, { stamp, value });
    value.catch(() => known.delete(path));
    return value;
  };
}
