/** One text a slot, as bytes outside the heap. Bytes are only ever added, so that what was read before stays as it was. */
export type TextColumn = { pool: { bytes: Buffer; used: number }; start: Uint32Array; length: Uint16Array };

const averageBytes = 18;
const longest = 0xffff;
const lineBreak = 0x0a;

export function textColumn(room: number): TextColumn {
  const bytes = Buffer.allocUnsafe(Math.max(1024, room * averageBytes));
  return { pool: { bytes, used: 0 }, start: new Uint32Array(room), length: new Uint16Array(room) };
}

export function textAt({ pool, start, length }: TextColumn, slot: number): string {
  const from = start[slot] ?? 0;
  return pool.bytes.toString("utf8", from, from + (length[slot] ?? 0));
}

/** Each text ends with a line break in the pool, so that nothing that is looked for is found across two of them. */
export function putText({ pool, start, length }: TextColumn, slot: number, text: string): void {
  const bytes = Buffer.from(text).subarray(0, longest);
  if (pool.used + bytes.length >= pool.bytes.length) {
    const wider = Buffer.allocUnsafe(Math.ceil((pool.used + bytes.length + 1) * 1.25));
    pool.bytes.copy(wider, 0, 0, pool.used);
    pool.bytes = wider;
  }
  pool.bytes.set(bytes, pool.used);
  pool.bytes[pool.used + bytes.length] = lineBreak;
  start[slot] = pool.used;
  length[slot] = bytes.length;
  pool.used += bytes.length + 1;
}

/** Marks with 1 the slots of `size` whose text has `part` in it. `part` is without line breaks. */
export function findPart({ pool, start, length }: TextColumn, part: string, size: number): Uint8Array {
  const found = new Uint8Array(size);
  const wanted = Buffer.from(part);
  const order = byStart(start, size);
  const used = pool.bytes.subarray(0, pool.used);
  let place = 0;
  for (let hit = used.indexOf(wanted); hit !== -1; ) {
    let slot = order[place] ?? 0;
    while (place < size && (start[slot] ?? 0) + (length[slot] ?? 0) < hit) slot = order[++place] ?? 0;
    if (place === size) break;
    const from = start[slot] ?? 0;
    const inside = hit >= from && hit + wanted.length <= from + (length[slot] ?? 0);
    if (inside) found[slot] = 1;
    // A text that was replaced still lies in the pool: then the next one is looked for behind the hit.
    hit = used.indexOf(wanted, inside ? from + (length[slot] ?? 0) : hit + 1);
  }
  return found;
}

function byStart(start: Uint32Array, size: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, slot) => slot);
  for (let slot = 1; slot < size; slot++) {
    if ((start[slot] ?? 0) < (start[slot - 1] ?? 0)) return order.sort((a, b) => (start[a] ?? 0) - (start[b] ?? 0));
  }
  return order;
}
