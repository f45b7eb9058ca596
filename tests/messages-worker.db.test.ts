import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Command, CommandInput } from "#app/cli/command.ts";
import { messagesBounceCommand } from "#app/cli/commands/messages-bounce.ts";
import { messagesClearAddressCommand } from "#app/cli/commands/messages-clear-address.ts";
import { messagesListCommand } from "#app/cli/commands/messages-list.ts";
import { messagesResendCommand } from "#app/cli/commands/messages-resend.ts";
import { messagesSendCommand } from "#app/cli/commands/messages-send.ts";
import { demoImport } from "#app/features/demo/is-demo-database.server.ts";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { demoMails, imports, messages } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { buildClearedServer } from "#app/routes/api/build-cleared-server.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";
import { makeBounce } from "./make-bounce.ts";
import { makeMailServer } from "./make-mail-server.ts";
import { makeMessages } from "./make-messages.ts";
import { testDatabase } from "./setup-database.ts";

async function remindersOn() {
  const db = await testDatabase();
  await setNoticeSettings({ db, clock, enabled: true, by: "test" });
  return db;
}

test("a server that listens empties the outbox, counts it, and finishes what is in hand before it ends", async () => {
  await using db = await remindersOn();
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
  const metrics = async () => (await server.inject({ url: "/metrics" })).body;
  await expect.poll(metrics, { timeout: 20_000 }).toContain('cleared_messages{state="waiting"} 0');
  const body = await metrics();
  for (const line of ['cleared_messages{state="dead"} 1', 'tries_total{state="sent"} 1', 'tries_total{state="dead"} 1'])
    expect(body).toContain(line);
  expect(mail.mails).toHaveLength(1);

  const [slow = ""] = await makeMessages(db, [{ toName: "Slow", content: contentOf("Slow") }]);
  await inHand;
  const closed = server.close();
  finish();
  await closed;
  expect((await getMessage(db.read, slow)).message.state).toBe("sent");
});

test("the commands send, list, resend, clear and take bounces, and say what they did", async () => {
  await using db = await remindersOn();
  await using mail = await makeMailServer({
    onRecipient: (to) => (/gone/.test(to) ? { code: 550, text: "No." } : null),
  });
  const [sent = "", gone = ""] = await makeMessages(db, [{}, { toAddress: "gone@reps.example.com" }]);
  const runWith =
    (SMTP_URL: string) =>
    async (command: Command, given: string[], values: CommandInput["values"] = {}) => {
      const { output, lines } = recordOutput();
      const app = async () => ({ db, clock, env: readEnv({ SMTP_URL }), log: createLogger("silent") });
      const code = await command.run({ positionals: given, values, output, app });
      return { code, said: lines.join("\n") };
    };
  const run = runWith(mail.url);
  await expect(runWith("")(messagesSendCommand, [], { once: true })).rejects.toThrow("There is no mail server.");
  const away = await runWith("smtp://127.0.0.1:1")(messagesSendCommand, [], { once: true });
  expect([away.code, away.said.includes("2 to be tried again")]).toEqual([1, true]);
  await db.write((tx) =>
    tx
      .update(messages)
      .set({ dueAt: 0 })
      .then(() => undefined),
  );

  const first = await run(messagesSendCommand, [], { once: true });
  expect([first.code, first.said]).toEqual([
    0,
    expect.stringContaining("1 sent, 0 to be tried again, 1 given up, 0 not needed."),
  ]);
  expect(first.said).not.toContain("@");
  const dead = await run(messagesListCommand, [], { state: "dead", page: "1" });
  expect([dead.said.includes(gone), dead.said.includes(sent)]).toEqual([true, false]);
  await expect(run(messagesListCommand, [], { state: "lost", page: "1" })).rejects.toThrow("--state is one of");
  const by = { by: "S-1" };
  expect((await run(messagesClearAddressCommand, ["gone@reps.example.com"], by)).code).toBe(0);
  expect((await run(messagesClearAddressCommand, ["gone@reps.example.com"], by)).code).toBe(1);
  expect((await run(messagesResendCommand, [gone], by)).said).toBe("It is in the outbox again.");
  await expect(run(messagesResendCommand, [sent], by)).rejects.toThrow("Only a message that was given up");
  const folder = mkdtempSync(join(tmpdir(), "cleared-bounce-"));
  const file = join(folder, "bounce.eml");
  writeFileSync(file, makeBounce({ messageId: sent }));
  expect((await run(messagesBounceCommand, [file])).said).toContain("nothing more goes to its address");
  writeFileSync(file, "Subject: Thank you\n\nGood.");
  expect((await run(messagesBounceCommand, [file])).code).toBe(1);
  rmSync(folder, { recursive: true });
  const states = await db.read.select({ state: messages.state }).from(messages);
  expect(states.map(({ state }) => state).sort()).toEqual(["dead", "waiting"]);
});

test("the mail of invented people stays in the demo's mailbox, unless it is asked for in so many words", async () => {
  await using db = await remindersOn();
  await using mail = await makeMailServer();
  const sendWith = async (given: Record<string, string>) => {
    await makeMessages(db, [{}]);
    const env = readEnv({ SMTP_URL: mail.url, ...given });
    const { output, lines } = recordOutput();
    const app = async () => ({ db, clock, env, log: createLogger("silent") });
    await messagesSendCommand.run({ positionals: [], values: { once: true }, output, app });
    return [
      mail.mails.length,
      (await db.read.select().from(demoMails)).length,
      lines.join("\n").includes("DEMO_SENDS"),
    ];
  };
  expect(await sendWith({})).toEqual([1, 0, false]);
  expect(await sendWith({ CLEARED_DEMO: "1" })).toEqual([1, 1, true]);
  expect(await sendWith({ CLEARED_DEMO: "1", CLEARED_DEMO_SENDS_MAIL: "1" })).toEqual([2, 1, true]);
  const totals = { rows: 0, added: 0, changed: 0, moved: 0, left: 0, unchanged: 0, refused: 0 };
  const marked = { id: "demo", ...demoImport, fileHash: "", appliedAt: 0, totals };
  await db.write(async (tx) => void (await tx.insert(imports).values({ ...marked, appliedBy: "somebody" })));
  expect(await sendWith({})).toEqual([3, 1, false]);
  await db.write(async (tx) => void (await tx.insert(imports).values({ ...marked, id: "marked" })));
  expect(await sendWith({})).toEqual([3, 2, true]);
});

function contentOf(subject: string) {
  return { subject, greeting: null, blocks: [], reasonLine: "" };
}
