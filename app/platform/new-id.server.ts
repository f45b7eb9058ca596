import { randomFillSync } from "node:crypto";
import { V7Generator } from "uuidv7";

// Random numbers are drawn many at once: to ask for the few bytes of one id costs more than to make the id.
const pool = new Uint32Array(256);
let used = pool.length;

const generator = new V7Generator({
  nextUint32: () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    return pool[used++] as number;
  },
});

/** A new id that sorts by the time of its making. */
export function newId(): string {
  return generator.generate().toString();
}
