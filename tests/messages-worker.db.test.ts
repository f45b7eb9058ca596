import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { messages } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { buildClearedServer } from "#app/routes/api/build-cleared-server.server.ts";
import { makeBounce } from "./make-bounce.ts";
import { makeMailServer } from "./make-mail-server.ts";
import { makeMessages } from "./make-messages.ts";
import { testDatabase } from "./setup-database.ts";

test("a server that listens empties the outbox, counts it, and finishes what is in hand before it ends", async () => {
  await using db = await testDatabase();
  let begun: () => void = () => {};
  let finish: () => void = () => {};
  const inHand = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const allowed = new Promise<void>((resolve) => {
    finish = resolve;
  });
  await using mail = await makeMailServer({
    onMail: async (raw) => {
      if (!raw.includes("Slow")) return null;
      begun();
      await allowed;
      return null;
    },
  });
  await makeMessages(db, [{}, { toAddress: "nobody" }]);
  const env = readEnv({ SMTP_URL: mail.url, PORT: "0" });
  const server = buildClearedServer(
    { db, clock, env, log: createLogger("silent") },
    { limits: { eventLoopDelayMs: 0 } },
  );
  await server.listen({ port: 0, host: "127.0.0.1" });
  await expect.poll(() => mail.mails.length).toBe(1);
  await expect
    .poll(async () => (await server.inject({ url: "/metrics" })).body)
    .toContain('cleared_messages{state="dead"} 1');
  const { body } = await server.inject({ url: "/metrics" });
  expect(body).toContain('cleared_message_tries_total{state="dead"} 1');
  expect(body).toContain('cleared_messages{state="waiting"} 0');

  const [slow = ""] = await makeMessages(db, [{ toName: "Slow", content: contentOf("Slow") }]);
  await inHand;
  const closed = server.close();
  finish();
  await closed;
  expect((await getMessage(db.read, slow)).message.state).toBe("sent");
});

test("the commands send, list, resend, clear and take bounces, and say what they did", async () => {
  await using db = await testDatabase();
  await using mail = await makeMailServer({
    onRecipient: (to) => (/gone/.test(to) ? { code: 550, text: "No." } : null),
  });
  const folder = mkdtempSync(join(tmpdir(), "cleared-bounce-"));
  const [sent = "", gone = ""] = await makeMessages(db, [{}, { toAddress: "gone@reps.example.com" }]);
  const cleared = (args: string[], env: Record<string, string> = { SMTP_URL: mail.url }, input = "") =>
    runCleared(args, { DATABASE_URL: db.url, ...env }, input);
  expect(await cleared(["messages", "send", "--once"], { SMTP_URL: "" })).toMatchObject({ code: 1 });
  const first = await cleared(["messages", "send", "--once"]);
  expect(first).toMatchObject({ code: 0 });
  expect(first.said).toContain("1 sent, 0 to be tried again, 1 given up, 0 not needed.");
  expect(first.said).not.toContain("@");
  const dead = await cleared(["messages", "list", "--state", "dead"]);
  expect(dead.said).toContain(gone);
  expect(dead.said).not.toContain(sent);
  expect(await cleared(["messages", "list", "--state", "lost"])).toMatchObject({ code: 2 });
  expect(await cleared(["messages", "clear-address", "gone@reps.example.com", "--by", "S-1"])).toMatchObject({
    code: 0,
  });
  expect((await cleared(["messages", "resend", gone, "--by", "S-1"])).said).toContain("It is in the outbox again.");
  expect(await cleared(["messages", "resend", sent, "--by", "S-1"])).toMatchObject({ code: 1 });
  const file = join(folder, "bounce.eml");
  writeFileSync(file, makeBounce({ messageId: sent }));
  expect((await cleared(["messages", "bounce", file])).said).toContain("nothing more goes to its address");
  expect(
    await cleared(["messages", "bounce", "-"], {}, makeBounce({ messageId: sent, action: "delayed" })),
  ).toMatchObject({
    code: 0,
  });
  rmSync(folder, { recursive: true });
  const states = await db.read.select({ state: messages.state }).from(messages);
  expect(states.map(({ state }) => state).sort()).toEqual(["dead", "waiting"]);
}, 120_000);

function contentOf(subject: string) {
  return { subject, greeting: null, blocks: [], reasonLine: "" };
}

function runCleared(
  args: string[],
  env: Record<string, string>,
  input: string,
): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["app/cli/cleared.ts", ...args],
      { env: { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "silent", ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
    child.stdin?.end(input);
  });
}
