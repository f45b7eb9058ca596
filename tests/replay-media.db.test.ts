import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import { compileProgram } from "#app/features/programs/compile-program.server.ts";
import { getReplay } from "#app/features/programs/get-replay.server.ts";
import { publishRelease } from "#app/features/programs/publish-release.server.ts";
import type { Database } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { expectProblem } from "./expect-problem.ts";
import { validProgram } from "./fixtures/content/copy-program.ts";
import { makePerson } from "./make-people.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const film = readFileSync(`${validProgram}/replays/quay-talk/video.mp4`);
const size = film.length;
const url = "/replays/quay-talk/media/video.mp4";

/** The fixture's replay, published under the program that people work on, with its files in a folder of their own. */
async function publishedReplay(db: Database) {
  const { release } = await compileProgram(validProgram);
  if (!release) throw new Error("The fixture has problems.");
  const content = { ...release.content, programId: "rules-of-engagement" };
  await publishRelease({ db, clock: { now: () => 1 } }, { id: release.id, content, publishedBy: "test" });
  const contentFolder = mkdtempSync(join(tmpdir(), "cleared-media-"));
  const folder = join(contentFolder, "rules-of-engagement/replays/quay-talk");
  cpSync(`${validProgram}/replays/quay-talk`, folder, { recursive: true });
  const made = makeServer(db, { contentFolder, logLevel: "silent" });
  const keeper = sessionKeeper({
    db,
    clock: { now: () => Date.now() },
    env: readEnv({}),
    log: createLogger("silent"),
  });
  const cookieOf = async (kind: "rep" | "partner") => {
    const person = await makePerson(db, { kind });
    const session = await keeper.createSession(person.id, {});
    return `${keeper.sessionCookieName}=${session.id}`;
  };
  return {
    releaseId: release.id,
    folder,
    server: made.server,
    cookieOf,
    [Symbol.asyncDispose]: async () => {
      await made.server.close();
      rmSync(contentFolder, { recursive: true });
    },
  };
}

const ranges: [range: string, status: number, first: number, last: number][] = [
  ["bytes=0-0", 206, 0, 0],
  ["bytes=0-", 206, 0, size - 1],
  [`bytes=${size - 1}-`, 206, size - 1, size - 1],
  [`bytes=${size - 1}-${size + 100}`, 206, size - 1, size - 1],
  ["bytes=-1", 206, size - 1, size - 1],
  ["bytes=-500", 206, size - 500, size - 1],
  [`bytes=-${size + 1}`, 206, 0, size - 1],
  ["bytes=100-199", 206, 100, 199],
  [`bytes=${size}-`, 416, 0, -1],
  ["bytes=-0", 416, 0, -1],
  ["bytes=0-1,5-6", 200, 0, size - 1],
  ["bytes=9-3", 200, 0, size - 1],
  ["bytes=-", 200, 0, size - 1],
  ["lines=0-1", 200, 0, size - 1],
];

test("a film is sent whole and by the byte, exactly as asked", async () => {
  await using db = await testDatabase();
  await using media = await publishedReplay(db);
  const cookie = await media.cookieOf("partner");
  const { sourceHash } = await getReplay(db, media.releaseId, "quay-talk");
  for (const [range, status, first, last] of ranges) {
    const answer = await media.server.inject({ url, headers: { cookie, range } });
    expect([range, answer.statusCode]).toEqual([range, status]);
    expect(answer.rawPayload.equals(film.subarray(first, last + 1)), range).toBe(true);
    if (status === 206) expect(answer.headers["content-range"]).toBe(`bytes ${first}-${last}/${size}`);
    if (status === 416) expect(answer.headers["content-range"]).toBe(`bytes */${size}`);
    if (status !== 416) expect(Number(answer.headers["content-length"])).toBe(last - first + 1);
  }
  const whole = await media.server.inject({ url, headers: { cookie } });
  expect(whole.statusCode).toBe(200);
  expect(whole.rawPayload.equals(film)).toBe(true);
  expect(whole.headers).toMatchObject({
    "content-type": "video/mp4",
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    etag: `"${sourceHash}"`,
  });
  const head = await media.server.inject({ method: "HEAD", url, headers: { cookie, range: "bytes=0-0" } });
  expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0]);
  expect(Number(head.headers["content-length"])).toBe(size);
});

test("what somebody has already is not sent again, and a range of another version becomes the whole", async () => {
  await using db = await testDatabase();
  await using media = await publishedReplay(db);
  const cookie = await media.cookieOf("rep");
  const { etag = "", "last-modified": modified = "" } = (await media.server.inject({ url, headers: { cookie } }))
    .headers;
  const status = async (headers: Record<string, string>) =>
    (await media.server.inject({ url, headers: { cookie, ...headers } })).statusCode;
  expect(await status({ "if-none-match": `"other", W/${etag}` })).toBe(304);
  expect(await status({ "if-none-match": '"other"', "if-modified-since": modified })).toBe(200);
  expect(await status({ "if-modified-since": modified })).toBe(304);
  expect(await status({ "if-modified-since": new Date(0).toUTCString() })).toBe(200);
  const range = "bytes=0-9";
  expect(await status({ range, "if-range": etag })).toBe(206);
  expect(await status({ range, "if-range": modified })).toBe(206);
  expect(await status({ range, "if-range": '"other"' })).toBe(200);
  expect(await status({ range, "if-range": `W/${etag}` })).toBe(200);
  expect(await status({ range, "if-range": new Date(0).toUTCString() })).toBe(200);
});

test("only files that the release names are there, and only for people who may watch", async () => {
  await using db = await testDatabase();
  await using media = await publishedReplay(db);
  const cookie = await media.cookieOf("partner");
  const ask = (path: string) => media.server.inject({ url: path, headers: { cookie } });
  expectProblem(await media.server.inject({ url }), "not-signed-in");
  const captions = await ask("/replays/quay-talk/media/captions.en.vtt");
  expect([captions.statusCode, captions.headers["content-type"]]).toEqual([200, "text/vtt; charset=utf-8"]);
  expect((await ask("/replays/quay-talk/media/poster.png")).headers["content-type"]).toBe("image/png");
  writeFileSync(join(media.folder, "other.mp4"), "x");
  for (const name of ["replay.yaml", "other.mp4", "none.mp4", "..%2f..%2fprogram.yaml", "..%2fquay-talk%2fvideo.mp4"])
    expectProblem(await ask(`/replays/quay-talk/media/${name}`), "not-found");
  expectProblem(await ask("/replays/other/media/video.mp4"), "not-found");
  expectProblem(await ask("/replays/..%2fquay-talk/media/video.mp4"), "not-found");
});

test("a film that is not the published one is not shown", async () => {
  await using db = await testDatabase();
  await using media = await publishedReplay(db);
  const cookie = await media.cookieOf("partner");
  expect((await media.server.inject({ url, headers: { cookie } })).statusCode).toBe(200);
  writeFileSync(join(media.folder, "video.mp4"), Buffer.concat([film, Buffer.from("x")]));
  expectProblem(await media.server.inject({ url, headers: { cookie } }), "unavailable");
  writeFileSync(join(media.folder, "video.mp4"), film);
  expect((await media.server.inject({ url, headers: { cookie } })).statusCode).toBe(200);
});
