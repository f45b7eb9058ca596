import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { leaseMs } from "#app/features/messages/bury-lost.server.ts";
import { connect, type Database, messages } from "#app/platform/db.server.ts";
import { headersOf, makeMailServer } from "./make-mail-server.ts";
import { makeMessages, openOffice } from "./make-messages.ts";
import { testDatabase } from "./setup-database.ts";

const many = (length: number) => Array.from({ length }, () => ({}));

function idOf(raw: string): string {
  return headersOf(raw).get("message-id")?.slice(1).split("@")[0] ?? "";
}

/** A worker in a process of its own, on the same database and mail server. */
function startWorker(databaseUrl: string, smtpUrl: string): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL("./send-until-killed.ts", import.meta.url))], {
    env: { ...process.env, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, NODE_OPTIONS: "", LOG_LEVEL: "silent" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function idsIn(db: Database, state: "sent" | "dead" | "waiting" | "sending"): Promise<string[]> {
  const rows = await db.read.select({ id: messages.id, state: messages.state }).from(messages);
  return rows.filter((row) => row.state === state).map(({ id }) => id);
}

test("two workers empty one outbox together, and each message arrives exactly once", async () => {
  await using db = await testDatabase();
  await using server = await makeMailServer();
  const ids = await makeMessages(db, many(300));
  const other = connect(db.url);
  try {
    using first = openOffice({ db, url: server.url });
    using second = openOffice({ db: other, url: server.url });
    const reports = await Promise.all([first.send(), second.send(), first.send(), second.send()]);
    expect(reports.reduce((sum, { taken }) => sum + taken, 0)).toBe(300);
  } finally {
    await other.close();
  }
  expect(server.mails.map(({ raw }) => idOf(raw)).sort()).toEqual([...ids].sort());
  expect((await idsIn(db, "sent")).sort()).toEqual([...ids].sort());
}, 120_000);

test("a worker that is killed in the middle: nothing is sent twice, nothing is lost, and what is unknown is said", async () => {
  await using db = await testDatabase();
  let kill: () => void = () => {};
  let arrived = 0;
  const came: string[] = [];
  await using server = await makeMailServer({
    onMail: async (raw) => {
      came.push(idOf(raw));
      arrived += 1;
      // In the middle of several mails whose answers are not given yet.
      if (arrived === 23) kill();
      await new Promise((resume) => setTimeout(resume, 5));
      return null;
    },
  });
  const ids = await makeMessages(db, many(60));
  if (db.engine === "sqlite") await db.close();
  const child = startWorker(db.url, server.url);
  kill = () => void child.kill("SIGKILL");
  const [code, signal] = await once(child, "close");
  expect([code, signal]).toEqual([null, "SIGKILL"]);

  const reopened = db.engine === "sqlite" ? connect(db.url) : db;
  try {
    const before = await idsIn(reopened, "sending");
    expect(before.length).toBeGreaterThan(0);
    using office = openOffice({ db: reopened, url: server.url, clock: { now: () => Date.now() + leaseMs + 60_000 } });
    const report = await office.send();
    expect(report.lost).toBe(before.length);
    const [sent, dead] = [await idsIn(reopened, "sent"), await idsIn(reopened, "dead")];
    expect(dead.sort()).toEqual(before.sort());
    expect([...sent, ...dead].sort()).toEqual([...ids].sort());
    expect(new Set(came).size).toBe(came.length);
    expect(sent.filter((id) => !came.includes(id))).toEqual([]);
  } finally {
    if (reopened !== db) await reopened.close();
  }
}, 120_000);
