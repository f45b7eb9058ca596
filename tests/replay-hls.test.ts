import { join } from "node:path";
import { expect, test } from "vitest";
import { checkReplayFolder } from "#app/features/programs/check-replay-folder.server.ts";
import { compileProgram } from "#app/features/programs/compile-program.server.ts";
import { findMediaFile } from "#app/features/recordings/find-media-file.server.ts";
import { copyProgram } from "./fixtures/content/copy-program.ts";

test("a playlist is compiled, checked and handed out with all that it leads to", async () => {
  using program = copyProgram();
  const beside = (name: string) => `replays/quay-talk/${name}`;
  program.remove(beside("video.mp4"));
  program.write(beside("index.m3u8"), "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv0.m3u8\n");
  program.write(beside("v0.m3u8"), "#EXTM3U\n#EXTINF:60.0,\nv0-000.ts\n#EXTINF:60.0,\nv0-001.ts\n#EXT-X-ENDLIST\n");
  program.write(beside("v0-000.ts"), "first");
  program.write(beside("replay.yaml"), program.read(beside("replay.yaml")).replace("video.mp4", "index.m3u8"));
  const missing = await checkReplayFolder(program.folder);
  expect(missing.problems.map(({ message }) => message)).toEqual([
    "index.m3u8 leads to v0-001.ts, which is missing. Add it.",
  ]);
  program.write(beside("v0-001.ts"), "second");

  const { release, problems } = await compileProgram(program.folder);
  expect(problems).toEqual([]);
  const replay = release?.content.replays[0];
  if (!replay) throw new Error("There is no replay.");
  const folder = join(program.folder, "replays/quay-talk");
  for (const name of ["index.m3u8", "v0.m3u8", "v0-000.ts", "v0-001.ts", "captions.en.vtt", "poster.png"])
    expect(await findMediaFile(folder, replay, name), name).toMatchObject({ state: "found" });
  expect(await findMediaFile(folder, replay, "replay.yaml")).toBeNull();
  expect(await findMediaFile(folder, replay, "v0-002.ts")).toBeNull();
  program.write(beside("v0-001.ts"), "changed");
  expect(await findMediaFile(folder, replay, "v0-001.ts")).toEqual({ state: "changed" });
});

test("a replay that lies elsewhere has no film of ours", async () => {
  using program = copyProgram();
  program.remove("replays/quay-talk/video.mp4");
  const file = "replays/quay-talk/replay.yaml";
  program.write(file, program.read(file).replace("video.mp4", "https://media.example.com/talk/index.m3u8?v=2"));
  const { release, problems } = await compileProgram(program.folder);
  expect(problems).toEqual([]);
  expect(release?.content.replays[0]).toMatchObject({
    source: { url: "https://media.example.com/talk/index.m3u8?v=2", type: "application/vnd.apple.mpegurl" },
    sourceHash: null,
  });
});
