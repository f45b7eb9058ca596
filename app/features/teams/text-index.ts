/**
 * Many different texts and a number for each, in the order in which they came. Kept as bytes outside the heap: one text
 * costs its bytes and about 16 more, and nothing for the garbage collector to follow.
 */
export type TextIndex = {
  size: number;
  bytes: Buffer;
  /** `ends[n]` is where text `n` ends and the next begins. */
  ends: Uint32Array;
  /** Open addressing: the number of a text and one, or 0 where nothing is. */
  slots: Uint32Array;
};

const averageBytes = 24;
const smallest = 64;

export function textIndex(expected = 0): TextIndex {
  const room = Math.max(smallest, expected);
  return {
    ...{ size: 0, bytes: Buffer.allocUnsafe(room * averageBytes), ends: new Uint32Array(room + 1) },
    slots: new Uint32Array(slotsFor(room)),
  };
}

/** The number of a text; -1 when it has none. */
export function findText(index: TextIndex, text: string): number {
  const found = index.slots[placeOf(index, text, hashOf(text))] ?? 0;
  return found - 1;
}

/** The number of a text, a new one when it has none yet. */
export function addText(index: TextIndex, text: string): number {
  const hash = hashOf(text);
  const found = index.slots[placeOf(index, text, hash)] ?? 0;
  if (found > 0) return found - 1;
  const code = index.size;
  const start = endOf(index, code - 1);
  const length = Buffer.byteLength(text);
  if (start + length > index.bytes.length) {
    const wider = Buffer.allocUnsafe(Math.max(start + length, Math.ceil(index.bytes.length * 1.5)));
    index.bytes.copy(wider, 0, 0, start);
    index.bytes = wider;
  }
  if (code >= index.ends.length) index.ends = widened(index.ends, Math.ceil(index.ends.length * 1.5) + 1);
  index.bytes.write(text, start);
  index.ends[code] = start + length;
  index.size = code + 1;
  if (index.size * 2 > index.slots.length) rehash(index);
  else index.slots[placeOf(index, text, hash)] = code + 1;
  return code;
}

export function textOf(index: TextIndex, code: number): string {
  return index.bytes.toString("utf8", endOf(index, code - 1), endOf(index, code));
}

/** The numbers of the texts that begin with these letters, which are small; A to Z in a text count as small ones. */
export function listStartingWith(index: TextIndex, start: string): number[] {
  const wanted = Buffer.from(start);
  const found: number[] = [];
  let from = 0;
  for (let code = 0; code < index.size; code++) {
    const to = endOf(index, code);
    if (to - from >= wanted.length && beginsWith(index.bytes, from, wanted)) found.push(code);
    from = to;
  }
  return found;
}

function beginsWith(bytes: Buffer, from: number, wanted: Buffer): boolean {
  for (let n = 0; n < wanted.length; n++) {
    const byte = bytes[from + n] ?? 0;
    if ((byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte) !== wanted[n]) return false;
  }
  return true;
}

export function widened<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(
  array: T,
  length: number,
): T {
  const wider = new (array.constructor as new (length: number) => T)(length);
  wider.set(array);
  return wider;
}

function endOf({ ends }: TextIndex, code: number): number {
  return code < 0 ? 0 : (ends[code] ?? 0);
}

function slotsFor(size: number): number {
  return 2 ** Math.ceil(Math.log2(size * 2 + 1));
}

/** FNV-1a over the code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function placeOf(index: TextIndex, text: string, hash: number): number {
  const mask = index.slots.length - 1;
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const found = index.slots[place] ?? 0;
    if (found === 0 || textOf(index, found - 1) === text) return place;
  }
}

function rehash(index: TextIndex): void {
  index.slots = new Uint32Array(slotsFor(index.size * 2));
  const mask = index.slots.length - 1;
  for (let code = 0; code < index.size; code++) {
    let place = hashOf(textOf(index, code)) & mask;
    while (index.slots[place] !== 0) place = (place + 1) & mask;
    index.slots[place] = code + 1;
  }
}
