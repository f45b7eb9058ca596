import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import { compileProgram } from "#app/features/programs/compile-program.server.ts";
import { publishRelease } from "#app/features/programs/publish-release.server.ts";
import { hashSource } from "#app/features/recordings/hash-source.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { connect } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { loadPagesBuild } from "#app/platform/http/pages-build.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { buildClearedServer } from "#app/routes/api/build-cleared-server.server.ts";
import { connectSqlite } from "#db/connect-sqlite.ts";
import { freePort } from "../free-port.ts";
import { makePerson } from "../make-people.ts";
import { makeReplay } from "../make-replay.ts";

const program = "content/rules-of-engagement";
const captions =
  "WEBVTT\n\n00:00.000 --> 00:14.000\nMarlin Ferries calls you.\n\n00:14.500 --> 00:32.000\nKeep the deal.\n";

/** The real replays and one of half a minute, on a server in this process whose database the test can look into. */
export async function startReplays() {
  const folder = mkdtempSync(join(tmpdir(), "cleared-replays-"));
  const replays = join(folder, "rules-of-engagement/replays");
  mkdirSync(replays, { recursive: true });
  cpSync(`${program}/replays`, replays, { recursive: true });
  cpSync("tests/fixtures/short-talk", join(replays, "short-talk"), { recursive: true });
  writeFileSync(join(replays, "short-talk/captions.en.vtt"), captions);
  const url = `file:${join(folder, "replays.db")}`;
  const migrating = connectSqlite(join(folder, "replays.db"));
  await migrating.migrate("db/migrations");
  await migrating.close();

  const db = connect(url);
  const { release } = await compileProgram(program);
  if (!release) throw new Error("The program has problems.");
  const { hash } = await hashSource(join(replays, "short-talk"), "video.mp4");
  const content = { ...release.content, replays: [...release.content.replays, shortTalk(hash)] };
  await publishRelease({ db, clock: systemClock }, { id: release.id, content, publishedBy: "test" });
  const port = await freePort();
  const env = { ...readEnv({}), port, origin: `http://localhost:${port}` };
  const app = { db, clock: systemClock, env, log: createLogger("silent") };
  const limits = { eventLoopDelayMs: 0 };
  const server = buildClearedServer(app, { ...(await loadPagesBuild()), limits, contentFolder: folder });
  await server.listen({ port, host: "127.0.0.1" });
  const keeper = sessionKeeper(app);
  return {
    db,
    newPartner: async () => (await makePerson(db, { kind: "partner", employeeId: null })).id,
    /** A device of this person. */
    device: async (browser: Browser, personId: string): Promise<BrowserContext> => {
      const context = await browser.newContext({ baseURL: env.origin, viewport: { width: 390, height: 844 } });
      const { id } = await keeper.createSession(personId, {});
      await context.addCookies([{ name: keeper.sessionCookieName, value: id, url: env.origin }]);
      return context;
    },
    stop: async () => {
      await server.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function shortTalk(sourceHash: string) {
  const chapter = (id: string, start: number, end: number) => ({
    id,
    title: `Part ${id}`,
    start,
    end,
    mandatory: true,
  });
  const [question] = makeReplay().checkpoints;
  return makeReplay({
    id: "short-talk",
    title: "A short talk",
    durationSeconds: 32,
    source: { file: "video.mp4", type: "video/mp4" },
    sourceHash,
    captions: [{ language: "en", label: "English", file: "captions.en.vtt" }],
    cues: [
      { start: 0, end: 14, text: "Marlin Ferries calls you." },
      { start: 14.5, end: 32, text: "Keep the deal." },
    ],
    chapters: [chapter("one", 0, 12), chapter("two", 12, 22), chapter("three", 22, 32)],
    checkpoints: question ? [{ ...question, at: 12 }] : [],
  });
}
