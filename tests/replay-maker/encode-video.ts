import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

type Given = {
  work: string;
  pictures: { file: string; seconds: number }[];
  seconds: number;
  target: string;
  poster: string;
};

const framesPerSecond = 5;

/** H.264 and AAC in an MP4 whose index stands first, and the first slide as its poster. */
export function encodeVideo({ work, pictures, seconds, target, poster }: Given) {
  // Counted in whole frames from the beginning, so that rounding never adds up.
  let shown = 0;
  let frames = 0;
  const lines = pictures.flatMap(({ file, seconds: length }) => {
    shown += length;
    const until = Math.round(shown * framesPerSecond);
    const duration = (until - frames) / framesPerSecond;
    frames = until;
    return [`file '${file}'`, `duration ${duration}`];
  });
  const last = pictures.at(-1)?.file;
  writeFileSync(join(work, "slides.txt"), `ffconcat version 1.0\n${lines.join("\n")}\nfile '${last}'\n`);
  const ffmpeg = (...given: string[]) =>
    execFileSync("ffmpeg", ["-y", "-loglevel", "error", "-threads", "1", ...given]);
  ffmpeg(
    ...["-f", "concat", "-safe", "0", "-i", join(work, "slides.txt"), "-i", join(work, "voice.wav")],
    ...["-vf", `fps=${framesPerSecond},format=yuv420p`, "-t", seconds.toFixed(3)],
    ...["-c:v", "libx264", "-preset", "slow", "-tune", "stillimage", "-crf", "28", "-profile:v", "main"],
    // A point to begin at every 20 seconds: between them little changes, so a jump is quick all the same.
    ...["-g", String(framesPerSecond * 20), "-threads", "1"],
    ...["-c:a", "aac", "-ac", "1", "-ar", "22050", "-b:a", "32k"],
    // Nothing of the machine or the hour stays in the file.
    ...["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"],
    ...["-movflags", "+faststart", target],
  );
  ffmpeg("-i", pictures[0]?.file ?? "", "-q:v", "4", "-map_metadata", "-1", "-fflags", "+bitexact", poster);
}
