import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import { compileProgram } from "#app/features/programs/compile-program.server.ts";
import { getReplay } from "#app/features/programs/get-replay.server.ts";
import { publishRelease } from "#app/features/programs/publish-release.server.ts";
import type { Replay } from "#app/features/programs/release-content.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { type Env, readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { expectProblem } from "./expect-problem.ts";
import { validProgram } from "./fixtures/content/copy-program.ts";
import { handClock } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const film = readFileSync(`${validProgram}/replays/quay-talk/video.mp4`);
const size = film.length;
const url = "/replays/quay-talk/media/video.mp4";

/** The fixture's replay, published under the program that people work on, with its files in a folder of their own. */
async function publishedReplay(
  db: Database,
  given: { env?: Partial<Env>; source?: Replay["source"]; clock?: Clock } = {},
) {
  const { env = {}, source, clock = systemClock } = given;
  const { release } = await compileProgram(validProgram);
  if (!release) throw new Error("The fixture has problems.");
  const replays = release.content.replays.map((one) => (source ? { ...one, source, sourceHash: null } : one));
  const content = { ...release.content, replays, programId: "rules-of-engagement" };
  await publishRelease({ db, clock: { now: () => 1 } }, { id: release.id, content, publishedBy: "test" });
  const contentFolder = mkdtempSync(join(tmpdir(), "cleared-media-"));
  const folder = join(contentFolder, "rules-of-engagement/replays/quay-talk");
  cpSync(`${validProgram}/replays/quay-talk`, folder, { recursive: true });
  const made = makeServer(db, { contentFolder, logLevel: "silent", env, clock });
  const keeper = sessionKeeper({
    db,
    clock,
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

const mediaSigningKey = "a key of at least thirty-two characters";

test("a film elsewhere is reached by a redirect, signed where there is a key, and only by people who may watch", async () => {
  for (const env of [{}, { mediaSigningKey }]) {
    await using db = await testDatabase();
    const source = { url: "https://media.example.com/talk/index.m3u8", type: "application/vnd.apple.mpegurl" };
    await using media = await publishedReplay(db, { env, source });
    const ask = (headers: Record<string, string>) =>
      media.server.inject({ url: "/replays/quay-talk/media/film.m3u8", headers });
    expectProblem(await ask({}), "not-signed-in");
    const answer = await ask({ cookie: await media.cookieOf("partner") });
    expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([302, "no-store"]);
    const signed = /^\?prefix=%2Ftalk%2F&expires=\d+&signature=[0-9a-f]{64}$/;
    const { origin, pathname, search } = new URL(String(answer.headers.location));
    expect(origin + pathname).toBe(source.url);
    expect(search).toMatch("mediaSigningKey" in env ? signed : /^$/);
  }
});

test("with a key, a film of ours plays by its signed address without a cookie, until that expires", async () => {
  await using db = await testDatabase();
  const clock = handClock(Date.now());
  await using media = await publishedReplay(db, { env: { mediaSigningKey }, clock });
  const cookie = await media.cookieOf("partner");
  const { headers } = await media.server.inject({ url, headers: { cookie } });
  const address = String(headers.location).replace("http://localhost:3000", "");
  expect(address).toMatch(/^\/media\/[0-9a-f]{64}\/quay-talk\/video\.mp4\?expires=/);
  const ask = (path: string) => media.server.inject({ url: path, headers: { range: "bytes=0-9" } });
  const part = await ask(address);
  expect([part.statusCode, part.rawPayload.equals(film.subarray(0, 10))]).toEqual([206, true]);
  const captions = await media.server.inject({ url: "/replays/quay-talk/media/captions.en.vtt", headers: { cookie } });
  expect(captions.statusCode).toBe(200);
  expectProblem(await ask(address.replace("video.mp4", "captions.en.vtt")), "not-allowed");
  expectProblem(await ask(address.split("?")[0] ?? ""), "not-allowed");
  clock.pass(3 * 3_600_000);
  expectProblem(await ask(address), "not-allowed");
});

test("without a key no address is a signed one", async () => {
  await using db = await testDatabase();
  await using media = await publishedReplay(db);
  const path = `/media/${media.releaseId}/quay-talk/video.mp4?expires=99999999999&signature=`;
  expectProblem(await media.server.inject({ url: path }), "not-allowed");
});
