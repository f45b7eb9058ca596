import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

export type ProbedMedia = { seconds: number; video: { codec: string; height: number } | null; audio: string | null };

/** What ffprobe says of a film; null where ffprobe is not installed. Throws when it cannot read the file. */
export async function probeMedia(path: string): Promise<ProbedMedia | null> {
  const entries = "format=duration:stream=codec_type,codec_name,height";
  const found = await runTool("ffprobe", ["-v", "error", "-show_entries", entries, "-of", "json", path]);
  if (found === null) return null;
  const { format, streams = [] } = JSON.parse(found) as {
    format?: { duration?: string };
    streams?: { codec_type: string; codec_name: string; height?: number }[];
  };
  const of = (type: string) => streams.find(({ codec_type }) => codec_type === type);
  const video = of("video");
  return {
    seconds: Number(format?.duration ?? 0),
    video: video ? { codec: video.codec_name, height: video.height ?? 0 } : null,
    audio: of("audio")?.codec_name ?? null,
  };
}

/** Makes a picture of the film at this second. False where ffmpeg is not installed. */
export async function makePoster(film: string, { at, target }: { at: number; target: string }): Promise<boolean> {
  const picture = ["-frames:v", "1", "-vf", "scale='min(1280,iw)':-2", "-q:v", "4"];
  return (await ffmpeg("-ss", at.toFixed(1), "-i", film, ...picture, target)) !== null;
}

/** The heights that are made of a recording, none larger than itself. */
const heights = [360, 720];
const segmentSeconds = 6;

/** Makes HLS of the film: `index.m3u8` and, flat beside it, a playlist and segments for each height. */
export async function makeLadder(film: string, { probed, folder }: { probed: ProbedMedia; folder: string }) {
  const own = probed.video?.height ?? 0;
  const made = heights.filter((height) => height <= own);
  const rungs = made.length > 0 ? made : [own];
  const maps = rungs.flatMap((height, n) => [
    ...["-map", "0:v:0", `-filter:v:${n}`, `scale=-2:${height}`],
    ...(probed.audio ? ["-map", "0:a:0"] : []),
  ]);
  const streams = rungs.map((_, n) => (probed.audio ? `v:${n},a:${n}` : `v:${n}`)).join(" ");
  await ffmpeg(
    ...["-i", film, ...maps, "-c:v", "libx264", "-crf", "24", "-preset", "medium", "-pix_fmt", "yuv420p"],
    ...["-force_key_frames", `expr:gte(t,n_forced*${segmentSeconds})`, "-c:a", "aac", "-b:a", "96k", "-ac", "2"],
    ...["-f", "hls", "-hls_time", String(segmentSeconds), "-hls_playlist_type", "vod"],
    ...["-hls_segment_filename", `${folder}/v%v-%03d.ts`, "-master_pl_name", "index.m3u8"],
    ...["-var_stream_map", streams, `${folder}/v%v.m3u8`],
  );
}

function ffmpeg(...given: string[]): Promise<string | null> {
  return runTool("ffmpeg", ["-nostdin", "-y", "-loglevel", "error", ...given]);
}

/** What the tool prints; null where it is not installed. */
async function runTool(tool: string, given: string[]): Promise<string | null> {
  try {
    return (await run(tool, given, { maxBuffer: 1 << 24 })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
