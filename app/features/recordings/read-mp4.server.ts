import { type FileHandle, open } from "node:fs/promises";

export type Mp4Facts = {
  /** As the movie header says. */
  seconds: number;
  /** The index stands before the pictures, so that playing begins before the whole file has come. */
  fastStart: boolean;
};

type Box = { type: string; start: number; end: number };

/** Reads length and order of an MP4 (ISO/IEC 14496-12) without anything installed. Null when the file is none. */
export async function readMp4(path: string): Promise<Mp4Facts | null> {
  await using file = await open(path);
  const { size } = await file.stat();
  const boxes = await listBoxes(file, 0, size);
  if (boxes[0]?.type !== "ftyp") return null;
  const index = boxes.findIndex(({ type }) => type === "moov");
  const movie = boxes[index];
  if (!movie) return null;
  const header = (await listBoxes(file, movie.start, movie.end)).find(({ type }) => type === "mvhd");
  const seconds = header ? await movieSeconds(file, header) : null;
  if (seconds === null) return null;
  const pictures = boxes.findIndex(({ type }) => type === "mdat");
  return { seconds, fastStart: pictures < 0 || index < pictures };
}

/** The boxes between two places of the file; `start` is behind the header of each. */
async function listBoxes(file: FileHandle, from: number, until: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= until; ) {
    const header = await read(file, at, 16);
    if (header.length < 8) break;
    const short = header.readUInt32BE(0);
    const long = short === 1 && header.length === 16;
    const size = long ? Number(header.readBigUInt64BE(8)) : short === 0 ? until - at : short;
    const headerSize = long ? 16 : 8;
    if (size < headerSize || at + size > until) break;
    boxes.push({ type: header.toString("latin1", 4, 8), start: at + headerSize, end: at + size });
    at += size;
  }
  return boxes;
}

/** Version 1 has times of eight bytes, version 0 of four. */
async function movieSeconds(file: FileHandle, { start, end }: Box): Promise<number | null> {
  const body = await read(file, start, Math.min(end - start, 32));
  if (body.length < 20) return null;
  const isLong = body[0] === 1;
  if (isLong && body.length < 32) return null;
  const scale = body.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  return scale > 0 ? length / scale : null;
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
