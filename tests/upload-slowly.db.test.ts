import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { sessionKeeper } from "#app/features/accounts/session-keeper.server.ts";
import { listedWork } from "#app/features/work/work-list.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type Database, roleGrants, work, workFileChunks, workFiles } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import type { ServerLimits } from "#app/platform/http/server-limits.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makePerson } from "./make-people.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

const requestMs = 150;
const never = 60_000;
const boundary = "----formBoundary7d3";
const size = 400_000;

async function listening(db: Database, limits: Partial<ServerLimits>) {
  const made = makeServer(db, { limits: { requestMs, ...limits } });
  const office = await makePerson(db, { kind: "staff", employeeId: null });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, revokedAt: null })));
  const keeper = sessionKeeper({ db, clock: systemClock, env: readEnv({}), log: createLogger("silent") });
  const session = await keeper.createSession(office.id, {});
  await made.server.listen({ port: 0, host: "127.0.0.1" });
  const address = made.server.server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return { made, port, cookie: `${keeper.sessionCookieName}=${session.id}` };
}

/** Sends the head of a form with a file, then leaves the rest to `send`; answers what came until the server ended it. */
async function post(
  { port, cookie, connection = "keep-alive" }: { port: number; cookie: string; connection?: string },
  send: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
  });
  socket.on("error", () => {});
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="feed.csv"\r\n\r\n`;
  const length = Buffer.byteLength(file) + size + Buffer.byteLength(`\r\n--${boundary}--\r\n`);
  const head = [
    "POST /program-office/people-import/file HTTP/1.1",
    ...["host: localhost:3000", "origin: http://localhost:3000", `cookie: ${cookie}`, `connection: ${connection}`],
    ...[`content-type: multipart/form-data; boundary=${boundary}`, `content-length: ${length}`],
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n${file}`);
  await send(socket);
  await ended;
  return answer;
}

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

test("a file on a slow line arrives, however much longer than a form it takes", async () => {
  await using db = await testDatabase();
  const { made, port, cookie } = await listening(db, { uploadWindowMs: never });
  await using _made = made;
  const parts = 8;
  const answer = await post({ port, cookie, connection: "close" }, async (socket) => {
    for (let part = 0; part < parts; part += 1) {
      await pause(requestMs / 2);
      socket.write("x".repeat(size / parts));
    }
    socket.write(`\r\n--${boundary}--\r\n`);
  });
  expect(answer).toMatch(/^HTTP\/1.1 303 .*location: \/work\//is);
  expect(await db.read.select({ size: workFiles.size }).from(workFiles)).toEqual([{ size }]);
  const [started] = await db.read.select({ kind: work.kind }).from(work);
  expect(listedWork(started?.kind ?? "")?.permission).toBe("people:import");
});

test("a file that stops, one that only drips, and one of nobody who may send it are cut off; nothing stays", async () => {
  await using db = await testDatabase();
  const { made, port, cookie } = await listening(db, { uploadWindowMs: 150, uploadLeastBytes: 1000 });
  await using _made = made;
  const drip = async (socket: Socket) => {
    while (!socket.destroyed && socket.writable) {
      socket.write("x");
      await pause(10);
    }
  };
  const stop = async (socket: Socket) => void socket.write("x".repeat(size / 2));
  expect(await post({ port, cookie }, stop)).toMatch(/^HTTP\/1.1 408 /);
  expect(await post({ port, cookie }, drip)).toMatch(/^HTTP\/1.1 408 /);
  // The connection of somebody who was sent away does not stay open for the rest of the file.
  expect(await post({ port, cookie: "" }, drip)).toMatch(/^HTTP\/1.1 303 /);
  await expect.poll(() => db.read.select().from(workFiles)).toEqual([]);
  expect(await db.read.select().from(workFileChunks)).toEqual([]);
  expect(await db.read.select().from(work)).toEqual([]);
});
