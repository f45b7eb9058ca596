import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "#app/platform/errors.ts";
import { makeLadder, makePoster, type ProbedMedia, probeMedia } from "./media-tools.server.ts";
import { newReplayYaml } from "./new-replay-yaml.ts";
import { readMp4 } from "./read-mp4.server.ts";

type Given = {
  /** The folder of the program. */
  program: string;
  video: string;
  /** The text of a WebVTT file. */
  captions: string;
  id: string;
  title: string;
  language: { tag: string; label: string };
};

export type AddedRecording = { folder: string; seconds: number; source: string; poster: boolean };

/**
 * Puts a recording beside the others of a program, with a description to complete: as HLS with a poster where ffmpeg is
 * installed, otherwise as the MP4 that it is. Throws `conflict` when the replay is there already and `validation-failed`
 * when the film cannot be used as it is.
 */
export async function addRecording(given: Given): Promise<AddedRecording> {
  const folder = join(given.program, "replays", given.id);
  await mkdir(dirname(folder), { recursive: true });
  const others = (await readdir(dirname(folder))).filter((name) => !name.startsWith("."));
  if (others.includes(given.id))
    throw new AppError("conflict", `${folder} exists already. Choose another id with --id.`);
  const probed = await probeMedia(given.video);
  // Hidden until it is whole, so that a check in the meantime finds nothing half.
  const work = await mkdtemp(join(dirname(folder), ".adding-"));
  try {
    const { seconds, source } = probed ? await withTools(given.video, probed, work) : await without(given.video, work);
    const poster = await makePoster(given.video, { at: seconds / 10, target: join(work, "poster.jpg") });
    const captions = `captions.${given.language.tag.toLowerCase()}.vtt`;
    await writeFile(join(work, captions), given.captions);
    const text = newReplayYaml({ ...given, captions, seconds, source, poster, order: others.length + 1 });
    await writeFile(join(work, "replay.yaml"), text);
    await rename(work, folder);
    return { folder, seconds, source, poster };
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}

async function withTools(video: string, probed: ProbedMedia, work: string) {
  if (!probed.video) throw new AppError("validation-failed", `${video} has no pictures. Give the recording itself.`);
  await makeLadder(video, { probed, folder: work });
  return { seconds: Math.round(probed.seconds * 10) / 10, source: "index.m3u8" };
}

async function without(video: string, work: string) {
  const facts = await readMp4(video);
  if (!facts)
    throw new AppError(
      "validation-failed",
      `${video} is no MP4, and ffmpeg, which could make one of it, is not installed.`,
    );
  if (!facts.fastStart)
    throw new AppError(
      "validation-failed",
      `${video} has its index at the end. Export it for the web, or install ffmpeg.`,
    );
  await copyFile(video, join(work, "video.mp4"));
  return { seconds: Math.round(facts.seconds * 10) / 10, source: "video.mp4" };
}
