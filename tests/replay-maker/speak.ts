import { execFileSync } from "node:child_process";
import type { Sound } from "./lay-out.ts";

const voice = ["-v", "en-us", "-s", "138", "-p", "42", "-z", "--stdout"];
const headerBytes = 44;
const rate = 22_050;
/** Below this, a sample is silence: espeak-ng leaves some before and after a sentence. */
const quiet = 150;

/** A sentence as espeak-ng says it, without the silence around it. */
export function speak(text: string): Sound {
  const spoken = text.replace(/\b([A-Z]{3})-(\d+)\.(\d+)/g, (_, letters, section, clause) => {
    return `${letters.split("").join(" ")} ${section} point ${clause}`;
  });
  const wave = execFileSync("espeak-ng", [...voice, spoken], { maxBuffer: 1 << 26 });
  if (wave.readUInt32LE(24) !== rate) throw new Error(`espeak-ng was expected to give ${rate} samples a second.`);
  const bytes = wave.subarray(headerBytes);
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
  const isLoud = (sample: number) => Math.abs(sample) > quiet;
  return { samples: samples.slice(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1), rate };
}

/** One WAV file of sounds one after the other. */
export function joinSound(sounds: Sound[]): Buffer {
  const body = Buffer.concat(
    sounds.map(({ samples }) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)),
  );
  const header = Buffer.alloc(headerBytes);
  header.write("RIFF", 0);
  header.writeUInt32LE(body.length + headerBytes - 8, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(body.length, 40);
  return Buffer.concat([header, body]);
}
