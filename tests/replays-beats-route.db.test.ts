import { expect, test } from "vitest";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import { startWatching } from "#app/features/replays/start-watching.server.ts";
import { roleGrants } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { paths } from "#app/platform/paths.ts";
import { handClock } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { addReplays, makeReplay } from "./make-replay.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const origin = "http://localhost:3000";
const beat = { seq: 1, stretch: 1, since: 0, from: 0, at: 10_000, position: 10_000, rate: 1, visible: true };

test("beats come by fetch or beacon, from our own pages and from people who may watch", async () => {
  await using db = await testDatabase();
  const clock = handClock(Date.now());
  await using made = makeServer(db, { clock });
  const release = await makeRelease(db);
  await addReplays(db, release.id, [makeReplay()]);
  const keeper = sessionKeeper({ db, clock, env: readEnv({}), log: createLogger("silent") });
  const signIn = async (personId: string) =>
    `${keeper.sessionCookieName}=${(await keeper.createSession(personId, {})).id}`;
  const post = async (given: { cookie?: string; body: unknown; headers?: Record<string, string> }) => {
    const headers = { host: "localhost:3000", origin, "content-type": "application/json", ...given.headers };
    const answer = await made.server.inject({
      method: "POST",
      url: paths.replayBeats("webinar"),
      headers: { ...headers, ...(given.cookie ? { cookie: given.cookie } : {}) },
      payload: typeof given.body === "string" ? given.body : JSON.stringify(given.body),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1" });
  const { sessionId: session } = await startWatching({ db, clock, personId: partner.id, replayId: "webinar" });
  const cookie = await signIn(partner.id);
  clock.pass(10_000);
  const body = { session, beats: [beat] };

  expect(await post({ body })).toMatchObject({ status: 401 });
  expect(await post({ body, cookie, headers: { origin: "https://elsewhere.example" } })).toMatchObject({ status: 403 });
  expect(await post({ body: "{", cookie })).toMatchObject({ status: 400 });
  for (const wrong of [{}, { session, beats: [] }, { session, beats: [{ seq: 1 }] }, { session: 1, beats: [beat] }])
    expect(await post({ body: wrong, cookie })).toMatchObject({ status: 422 });
  const beacon = { "content-type": "text/plain;charset=UTF-8" };
  expect(await post({ body, cookie, headers: beacon })).toEqual({
    status: 200,
    body: {
      beats: [{ seq: 1, believed: true }],
      sessionEnded: false,
      furthest: 10_000,
      share: 1 / 12,
      chaptersNeeded: ["one", "three"],
      complete: false,
    },
  });
  expect((await post({ body, cookie })).body.beats).toEqual([{ seq: 1, believed: false, reason: "old" }]);

  const rep = await signIn((await makePerson(db)).id);
  expect(await post({ body, cookie: rep }), "of somebody else").toMatchObject({ status: 404 });
  const auditor = await makePerson(db, { kind: "staff" });
  await db.write(async (tx) => {
    const grant = { id: newId(), personId: auditor.id, role: "auditor" as const, grantedAt: 0, grantedBy: "test" };
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
  });
  expect(await post({ body, cookie: await signIn(auditor.id) })).toMatchObject({ status: 403 });
});
