import { readFile, stat } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";

/** A text of the source, with the file in a package that it came from. */
export type BankText = { file: string; text: string };

const mostBytes = 50 * 1024 * 1024;

/** Thrown for a file that cannot be a question bank; the message says why. */
class UnreadableBank extends Error {}

/** The texts of a bank: the file itself, or every XML file of a package (zip). */
export async function readBankFile(path: string): Promise<BankText[]> {
  const { size } = await stat(path);
  if (size > mostBytes) throw new UnreadableBank(`${path} is larger than ${mostBytes / 1024 / 1024} MB.`);
  const bytes = await readFile(path);
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return packed ? unpack(path, bytes) : [{ file: "", text: decode(path, bytes) }];
}

function unpack(path: string, bytes: Uint8Array): BankText[] {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|qti)$/i.test(name) || /(^|\/)imsmanifest\.xml$/i.test(name)) return false;
      unpacked += originalSize;
      // A few bytes can unpack to any number of them.
      if (unpacked > mostBytes) throw new UnreadableBank(`${path} unpacks to more than ${mostBytes / 1024 / 1024} MB.`);
      return true;
    },
  });
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, content]) => ({ file, text: strFromU8(content) }));
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableBank(`${path} is not in UTF-8. Save it again as UTF-8.`);
  }
}
