import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { leaseMs } from "#app/features/messages/bury-lost.server.ts";
import { claimMessages } from "#app/features/messages/claim-messages.server.ts";
import { clearRefusal, listRefusals } from "#app/features/messages/clear-refusal.server.ts";
import { endTry } from "#app/features/messages/end-try.server.ts";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { chooseOptionalMail } from "#app/features/messages/opt-out.server.ts";
import { resendMessage } from "#app/features/messages/resend-message.server.ts";
import { mostTries } from "#app/features/messages/retry-delay.ts";
import { type Database, messages } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { handClock } from "./learning-walk.ts";
import { headersOf, makeMailServer, makeRawServer, partsOf } from "./make-mail-server.ts";
import { makeMessages, newMessage, openOffice } from "./make-messages.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const start = Date.UTC(2026, 0, 10);

async function statesOf(db: Database) {
  const rows = await db.read
    .select({ state: messages.state, outcome: messages.outcome, tries: messages.tries })
    .from(messages)
    .orderBy(asc(messages.id));
  return rows.map(({ state, outcome, tries }) => `${state} ${outcome ?? ""} ${tries}`);
}

test("a message arrives as text and as HTML, and its secret is kept nowhere afterwards", async () => {
  await using db = await testDatabase();
  await using server = await makeMailServer();
  const person = await makePerson(db);
  const content = newMessage().content;
  const action = { kind: "action" as const, label: "Join <now>", path: "/join/kept-secret", secret: true as const };
  const [id] = await makeMessages(db, [
    {
      ...{ personId: person.id, optional: true, toName: "Zoë Łuć", toAddress: "zoë@bücher.example" },
      content: { ...content, subject: "Sieben Tage übrig – 七日", blocks: [...content.blocks, action] },
    },
  ]);
  using office = openOffice({ db, url: server.url });
  expect(await office.send()).toEqual({ taken: 1, lost: 0, away: false });

  const [mail] = server.mails;
  const headers = headersOf(mail?.raw ?? "");
  const parts = partsOf(mail?.raw ?? "");
  expect(mail?.to).toBe("zoë@bücher.example");
  expect(headers.get("message-id")).toBe(`<${id}@cleared.example.com>`);
  expect(headers.get("from")).toBe("Cleared <cleared@cleared.example.com>");
  expect(headers.get("auto-submitted")).toBe("auto-generated");
  expect(headers.get("subject")).toMatch(/^=\?UTF-8\?/);
  expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const refuse = /^<(https:\/\/cleared\.example\.com\/mail\/unsubscribe\/[\w-]{32})>$/.exec(
    headers.get("list-unsubscribe") ?? "",
  )?.[1];
  expect(refuse).toBeDefined();
  for (const part of [parts.get("text/plain"), parts.get("text/html")]) {
    expect(part).toContain("Two steps are left until you may claim deals.");
    expect(part).toContain("https://cleared.example.com/join/kept-secret");
    expect(part).toContain(refuse);
  }
  expect(parts.get("text/html")).not.toMatch(/<now>|<img|<script|url\(|<link/);

  const [stored] = await db.read.select().from(messages);
  expect(stored).toMatchObject({ state: "sent", tries: 1, claimedBy: null });
  expect(JSON.stringify(stored)).not.toContain("kept-secret");
  expect(office.log.join("")).toContain(id);
  expect(office.log.join("")).not.toMatch(/@|Zoë|kept-secret/);
  expect(await office.send()).toMatchObject({ taken: 0 });
});

test("a refusal for now is tried again later; one for good, and an address that refuses, wait for a person", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  let greylisted = true;
  await using server = await makeMailServer({
    onRecipient: (address) => {
      if (address.startsWith("grey") && greylisted) return { code: 451, text: "4.7.1 <grey@reps.example.com> later" };
      return /^gone/i.test(address) ? { code: 550, text: "5.1.1 <gone@reps.example.com> unknown" } : null;
    },
    onMail: (raw) => (raw.includes("Viagra") ? { code: 554, text: "5.7.1 no spam" } : null),
  });
  const spam = { ...newMessage().content, subject: "Viagra" };
  const [, gone] = await makeMessages(db, [
    { toAddress: "grey@reps.example.com" },
    { toAddress: "gone@reps.example.com" },
    { content: spam },
    { toAddress: "two@reps.example.com, three@reps.example.com" },
    {},
  ]);
  using office = openOffice({ db, url: server.url, clock });
  await office.send();
  const given = ["dead address_refused 1", "dead refused 1", "dead unwritable 1", "sent  1"];
  expect(await statesOf(db)).toEqual(["waiting in_vain 1", ...given]);
  expect(office.log.join("")).not.toContain("@");

  await office.send();
  expect(await statesOf(db)).toEqual(["waiting in_vain 1", ...given]);
  clock.pass(2 * 60_000);
  greylisted = false;
  await office.send();
  expect(await statesOf(db)).toEqual(["sent  2", ...given]);

  expect(await listRefusals(db.read)).toMatchObject([{ address: "gone@reps.example.com", messageId: gone }]);
  const [late] = await makeMessages(db, [{ toAddress: "Gone@reps.example.com" }]);
  await office.send();
  expect((await getMessage(db.read, late ?? "")).message).toMatchObject({ state: "dead", outcome: "address_refuses" });
  expect(await clearRefusal({ db, clock, address: "GONE@reps.example.com", by: "S-1" })).toBe(true);
  expect(await clearRefusal({ db, clock, address: "gone@reps.example.com", by: "S-1" })).toBe(false);
  await resendMessage({ db, clock, messageId: late ?? "", by: "S-1" });
  await office.send();
  const { message, tries, refusal } = await getMessage(db.read, late ?? "");
  expect([message.outcome, message.said]).toEqual(["address_refused", "550 5.1.1 … unknown"]);
  expect(tries.map(({ number, askedBy, outcome }) => [number, askedBy, outcome])).toEqual([
    [1, null, "address_refuses"],
    [2, "S-1", "address_refused"],
  ]);
  expect(refusal).not.toBeNull();
});

test("a server that is away costs few tries and is given up only after the last", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  await makeMessages(
    db,
    Array.from({ length: 8 }, () => ({})),
  );
  // Nobody listens there any more.
  const gone = await makeMailServer();
  await gone[Symbol.asyncDispose]();
  using office = openOffice({ db, url: gone.url, clock });
  expect(await office.send()).toMatchObject({ taken: 5, away: true });
  expect((await statesOf(db)).filter((state) => state === "waiting in_vain 1")).toHaveLength(5);
  for (let n = 0; n < 2 * mostTries; n++) {
    clock.pass(day);
    await office.send();
  }
  expect(new Set(await statesOf(db))).toEqual(new Set([`dead given_up ${mostTries}`]));
});

test("where it breaks decides: before the mail it is tried again, from its first byte on it may have been sent", async () => {
  for (const [breaks, ends] of [
    [/^MAIL FROM/, "waiting in_vain 1"],
    [/^RCPT TO/, "waiting in_vain 1"],
    [/^DATA$/, "waiting in_vain 1"],
    [/^Subject:/, "dead may_have_been_sent 1"],
    [/^\.$/, "dead may_have_been_sent 1"],
  ] as const) {
    for (const silent of [false, true]) {
      await using db = await testDatabase();
      await makeMessages(db, [{}]);
      await using server = await makeRawServer((line, socket) => {
        if (breaks.test(line)) {
          if (!silent) socket.destroy();
          return;
        }
        if (/^(EHLO|MAIL|RCPT|QUIT)/.test(line)) socket.write("250 fine\r\n");
        if (line === "DATA") socket.write("354 go on\r\n");
      });
      using office = openOffice({ db, url: server.url, limits: { silence: 200, mail: 400 } });
      await office.send();
      expect(await statesOf(db), `${breaks} ${silent}`).toEqual([ends]);
    }
  }
});

test("a server that never comes to an end of its greeting holds nothing up", async () => {
  await using db = await testDatabase();
  await makeMessages(db, [{}, {}]);
  await using server = await makeRawServer((line, socket) => {
    // A line every now and then is a sign of life, but no answer.
    if (/^EHLO/.test(line)) {
      const drip = setInterval(() => socket.write("250-more\r\n"), 20);
      socket.on("close", () => clearInterval(drip));
    }
  });
  using office = openOffice({ db, url: server.url, limits: { silence: 200, mail: 300 } });
  expect(await office.send()).toMatchObject({ taken: 2, away: true });
  expect(await statesOf(db)).toEqual(["waiting in_vain 1", "waiting in_vain 1"]);
});

test("what may have been sent is sent again only because a person asked, once, and that is on record", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  await using server = await makeMailServer();
  const [id = ""] = await makeMessages(db, [{}]);
  // A worker took it, and was never seen again.
  const [claimed] = await claimMessages({ db, worker: "gone", now: clock.now(), limit: 5 });
  using office = openOffice({ db, url: server.url, clock });
  clock.pass(leaseMs);
  expect(await office.send()).toMatchObject({ taken: 0, lost: 0 });
  clock.pass(1);
  expect(await office.send()).toMatchObject({ taken: 0, lost: 1 });
  expect(await statesOf(db)).toEqual(["dead may_have_been_sent 1"]);
  expect(server.mails).toEqual([]);

  const both = [1, 2].map(() => resendMessage({ db, clock, messageId: id, by: "S-1" }));
  expect((await Promise.all(both)).sort()).toEqual([false, true]);
  await office.send();
  await office.send();
  expect(server.mails).toHaveLength(1);
  const { tries } = await getMessage(db.read, id);
  expect(tries.map(({ outcome, askedBy }) => [outcome, askedBy])).toEqual([
    ["may_have_been_sent", null],
    ["sent", "S-1"],
  ]);
  await expect(resendMessage({ db, clock, messageId: id, by: "S-1" })).rejects.toMatchObject({ code: "conflict" });
  // The first worker comes back when it is no longer asked.
  if (!claimed) throw new Error("Nothing was claimed.");
  expect(await endTry({ db, message: claimed, end: { state: "sent", said: "" }, now: clock.now() })).toBe(false);
});

test("a worker that was only slow may still say that its message was sent", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  await using server = await makeMailServer();
  await makeMessages(db, [{}]);
  const [claimed] = await claimMessages({ db, worker: "slow", now: clock.now(), limit: 5 });
  clock.pass(leaseMs + 1);
  using office = openOffice({ db, url: server.url, clock });
  await office.send();
  if (!claimed) throw new Error("Nothing was claimed.");
  expect(await endTry({ db, message: claimed, end: { state: "sent", said: "" }, now: clock.now() })).toBe(true);
  expect(await statesOf(db)).toEqual(["sent  1"]);
});

test("right before it goes out it is asked whether it is still wanted", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  await using server = await makeMailServer();
  const rep = await makePerson(db);
  const left = await makePerson(db, { leftAt: start });
  await chooseOptionalMail({ db, clock, personId: rep.id, optOut: true, via: "account" });
  await makeMessages(db, [
    { personId: left.id },
    { personId: rep.id, optional: true },
    { personId: rep.id, reason: "done" },
    { reason: "breaks" },
    { personId: rep.id, toAddress: "required@reps.example.com" },
  ]);
  const checks = {
    done: async () => "The person is certified.",
    breaks: () => Promise.reject(new Error("No answer.")),
  };
  using office = openOffice({ db, url: server.url, clock, checks });
  await office.send();
  expect(await statesOf(db)).toEqual([
    "dropped person_left 1",
    "dropped opted_out 1",
    "dropped not_wanted 1",
    "waiting in_vain 1",
    "sent  1",
  ]);
  expect(server.mails.map(({ to }) => to)).toEqual(["required@reps.example.com"]);
  const [unwanted] = await db.read.select().from(messages).where(eq(messages.reason, "done"));
  expect(unwanted?.said).toBe("The person is certified.");
});

test("nothing in a name, a subject or an address begins a header or a second recipient", async () => {
  await using db = await testDatabase();
  await using server = await makeMailServer();
  const evil = "x\r\nBcc: thief@evil.example\r\n\r\nBody";
  await makeMessages(db, [
    { toName: evil, content: { ...newMessage().content, subject: evil, greeting: evil } },
    { toName: '"Ada" <thief@evil.example>, ' },
    { toAddress: "ada@reps.example.com\r\nRCPT TO:<thief@evil.example>" },
    { toAddress: "ada@reps.example.com,thief@evil.example" },
    { toAddress: "<thief@evil.example>" },
  ]);
  using office = openOffice({ db, url: server.url });
  await office.send();
  expect((await statesOf(db)).map((state) => state.split(" ")[0])).toEqual(["sent", "sent", "dead", "dead", "dead"]);
  expect(server.mails.map(({ to }) => to)).toEqual(["ada@reps.example.com", "ada@reps.example.com"]);
  for (const { raw } of server.mails) {
    const headers = headersOf(raw);
    expect([...headers.keys()]).not.toContain("bcc");
    expect(headers.get("to")).toMatch(/<ada@reps\.example\.com>$/);
  }
  // They go out side by side.
  const subjects = server.mails.map(({ raw }) => headersOf(raw).get("subject"));
  expect(subjects).toContain("x Bcc: thief@evil.example Body");
});

test("a mail server that wants a password gets it, and a wrong one stops the run and not the mail", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  await using server = await makeMailServer({
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      username === "us er" && password === "p@ss" ? done(null, { user: "us er" }) : done(new Error("No.")),
  });
  const addressed = (user: string) => server.url.replace("//", `//${user}@`);
  await makeMessages(db, [{}]);
  using wrong = openOffice({ db, url: addressed("us%20er:other"), clock });
  expect(await wrong.send()).toMatchObject({ taken: 1, away: true });
  clock.pass(2 * 60_000);
  using right = openOffice({ db, url: addressed("us%20er:p%40ss"), clock });
  await right.send();
  expect(await statesOf(db)).toEqual(["sent  2"]);
  expect(wrong.log.join("")).not.toContain("other");
});

test("a message links into this system and nowhere else", async () => {
  await using db = await testDatabase();
  for (const path of ["//evil.example", "https://evil.example", "@evil.example", "javascript:alert(1)", ""]) {
    const content = { ...newMessage().content, blocks: [{ kind: "action" as const, label: "Go", path }] };
    await expect(makeMessages(db, [{ content }]), path).rejects.toThrow("only to paths of this system");
  }
});

test("a message is there once however often it is queued", async () => {
  await using db = await testDatabase();
  const onceKey = newId();
  await makeMessages(db, [{ onceKey }]);
  await makeMessages(db, [{ onceKey, toName: "Somebody else" }]);
  expect(await db.read.select({ toName: messages.toName }).from(messages)).toEqual([{ toName: "Ada Tester" }]);
});
