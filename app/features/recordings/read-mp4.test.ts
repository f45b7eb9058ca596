import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMp4 } from "./read-mp4.server.ts";

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8, 0);
  header.write(type, 4, "latin1");
  return Buffer.concat([header, body]);
}

function header({ version, scale, length }: { version: 0 | 1; scale: number; length: number }): Buffer {
  const body = Buffer.alloc(version === 1 ? 112 : 100);
  body[0] = version;
  if (version === 1) {
    body.writeUInt32BE(scale, 20);
    body.writeBigUInt64BE(BigInt(length), 24);
  } else {
    body.writeUInt32BE(scale, 12);
    body.writeUInt32BE(length, 16);
  }
  return box("mvhd", body);
}

async function read(...boxes: Buffer[]) {
  const folder = mkdtempSync(join(tmpdir(), "cleared-mp4-"));
  const path = join(folder, "film.mp4");
  writeFileSync(path, Buffer.concat(boxes));
  try {
    return await readMp4(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const type = box("ftyp", Buffer.from("isom"));
const pictures = box("mdat", Buffer.alloc(40));
const short = header({ version: 0, scale: 1000, length: 90_500 });
const long = header({ version: 1, scale: 90_000, length: 90_000 * 7200 });

test("the length stands in the movie header, in short or long form, wherever the index is", async () => {
  expect(await read(type, box("moov", short), pictures)).toEqual({ seconds: 90.5, fastStart: true });
  expect(await read(type, pictures, box("moov", box("free"), short))).toEqual({ seconds: 90.5, fastStart: false });
  expect(await read(type, box("moov", long), pictures)).toEqual({ seconds: 7200, fastStart: true });
});

test("a part whose size is long, or reaches to the end, is passed over", async () => {
  const large = Buffer.concat([
    Buffer.from([0, 0, 0, 1]),
    Buffer.from("mdat"),
    Buffer.alloc(7),
    Buffer.from([24]),
    Buffer.alloc(8),
  ]);
  expect(await read(type, large, box("moov", short))).toEqual({ seconds: 90.5, fastStart: false });
  const open = Buffer.concat([Buffer.alloc(4), Buffer.from("mdat"), Buffer.alloc(9)]);
  expect(await read(type, box("moov", short), open)).toEqual({ seconds: 90.5, fastStart: true });
});

test("what is no film, is cut off or has no length gives nothing", async () => {
  expect(await read(Buffer.from("RIFF and something else entirely"))).toBeNull();
  expect(await read()).toBeNull();
  expect(await read(type, pictures)).toBeNull();
  expect(await read(type, box("moov", short).subarray(0, 30))).toBeNull();
  expect(await read(type, box("moov", header({ version: 0, scale: 0, length: 5 })))).toBeNull();
  expect(await read(type, box("moov", box("mvhd", Buffer.alloc(6))))).toBeNull();
});
