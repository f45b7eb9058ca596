import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { landInDemo } from "#app/features/messages/land-in-demo.server.ts";
import { listMessagesOf } from "#app/features/messages/list-messages.server.ts";
import { sendWaiting } from "#app/features/messages/send-waiting.server.ts";
import { type Database, mailOptOuts, messages, messageTries, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { headersOf, makeMailServer } from "./make-mail-server.ts";
import { makeMessages, newMessage, openOffice } from "./make-messages.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

async function makeOffice(db: Database) {
  const office = await makePerson(db, { kind: "staff" });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => {
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
  });
  return office;
}

const invitation = {
  ...{ reason: "invitation", toName: "Lucía Ferrante", toAddress: "lucia@partners.example.com" },
  content: {
    ...newMessage().content,
    subject: "Join us",
    blocks: [{ kind: "action" as const, label: "Join", path: "/join/very-secret", secret: true as const }],
  },
};

test("the program office finds what was sent, sends what was given up once more, and never sees a secret", async () => {
  await using db = await testDatabase();
  const office = await makeOffice(db);
  const rep = await makePerson(db);
  let open = false;
  await using server = await makeMailServer({
    onRecipient: (to) => (to.startsWith("shut") && !open ? { code: 550, text: "5.1.1 No such mailbox" } : null),
  });
  const [shut = "", secret = ""] = await makeMessages(db, [
    { personId: rep.id, toAddress: "shut@reps.example.com", toName: "Ådne Ångström" },
    { ...invitation, toAddress: "shut@partners.example.com" },
    { personId: rep.id },
  ]);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(office.id);
  const page = async (path: string) => (await pages.visit(path, { cookie })).body;
  expect(await page("/program-office/messages")).toContain("3 messages wait.");
  expect(await page(`/program-office/messages/${secret}`)).not.toContain("very-secret");
  expect((await pages.visit(`/program-office/messages/${secret}/html`, { cookie })).body).not.toContain("very-secret");

  using sender = openOffice({ db, url: server.url });
  await sender.send();
  const list = await page("/program-office/messages");
  expect(list).toContain("2 messages were given up and wait for you.");
  for (const text of ["All: 3", "sent: 1", "given up: 2", "waiting: 0"]) expect(list).toContain(text);
  expect(await page("/program-office/messages?q=adne+ang")).toContain("All: 1");
  expect(await page("/program-office/messages?q=%25")).toContain("All: 0");
  expect(await page(`/program-office/messages?person=${rep.id}&reason=reminder`)).toContain("All: 2");
  expect(await page("/program-office/messages?reason=invitation&state=sent")).toContain("No message matches.");

  const url = `/program-office/messages/${shut}`;
  const before = await page(url);
  expect(before).toContain("The mail server knows no such mailbox.");
  expect(before).not.toMatch(/<script|outcome\.|undefined/);
  expect(await page(`/program-office/messages/${secret}`)).toContain("Make a new one where it came from");
  expect((await pages.visit(`/program-office/messages/${secret}`, { cookie, form: { intent: "resend" } })).status).toBe(
    409,
  );

  const stranger = await pages.signedIn(rep.id);
  for (const intent of ["resend", "clear"])
    expect((await pages.visit(url, { cookie: stranger, form: { intent } })).status).toBe(403);
  expect(
    (await pages.visit("/program-office/mail-refusals", { cookie: stranger, form: { address: "x" } })).status,
  ).toBe(403);
  expect((await pages.visit(url, { cookie, form: { intent: "else" } })).status).toBe(422);

  open = true;
  expect((await pages.visit(url, { cookie, form: { intent: "clear" } })).location).toBe(`${url}?done=cleared`);
  const twice = await Promise.all([1, 2].map(() => pages.visit(url, { cookie, form: { intent: "resend" } })));
  expect(twice.map(({ location }) => location)).toEqual([`${url}?done=resent`, `${url}?done=resent`]);
  await sender.send();
  expect(server.mails.filter(({ to }) => to.startsWith("shut"))).toHaveLength(1);
  const tries = await db.read.select().from(messageTries).where(eq(messageTries.messageId, shut));
  expect(tries.map(({ askedBy }) => askedBy)).toEqual([null, office.employeeId]);
  expect((await pages.visit(url, { cookie, form: { intent: "resend" } })).status).toBe(409);

  const refusals = "/program-office/mail-refusals";
  expect(await page(refusals)).toContain("shut@partners.example.com");
  await pages.visit(refusals, { cookie, form: { address: "shut@partners.example.com" } });
  expect(await page(refusals)).toContain("No address refuses mail.");
});

test("a preview can do nothing, whatever a message says", async () => {
  await using db = await testDatabase();
  const office = await makeOffice(db);
  const evil = `</p><script>alert(1)</script><img src="https://evil.example/x">"'`;
  const content = {
    subject: evil,
    greeting: evil,
    reasonLine: evil,
    blocks: [{ kind: "quote" as const, by: evil, text: evil }],
  };
  const [id] = await makeMessages(db, [{ content, toName: evil }]);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(office.id);
  for (const path of [`/program-office/messages/${id}`, `/program-office/messages/${id}/html`]) {
    const answer = await pages.server.inject({ url: path, headers: { cookie } });
    expect(answer.body, path).toContain("&lt;script&gt;");
    expect(answer.body, path).not.toMatch(/<script|<img/);
  }
  const preview = await pages.server.inject({ url: `/program-office/messages/${id}/html`, headers: { cookie } });
  expect(preview.headers["content-security-policy"]).toMatch(/^default-src 'none'.*; sandbox$/);
});

test("optional mail is refused with one click from anywhere, by hand, and taken back on the page of the account", async () => {
  await using db = await testDatabase();
  const rep = await makePerson(db);
  await using server = await makeMailServer();
  const mine = { personId: rep.id, toAddress: "tester@reps.example.com" };
  await makeMessages(db, [{ ...mine, optional: true }, mine]);
  using sender = openOffice({ db, url: server.url });
  await sender.send();
  const headers = server.mails.map(({ raw }) => headersOf(raw));
  const [optional, required] = headers.sort((a) => (a.has("list-unsubscribe") ? -1 : 1));
  expect(required?.has("list-unsubscribe-post")).toBe(false);
  const path = new URL((optional?.get("list-unsubscribe") ?? "").slice(1, -1)).pathname;

  await using pages = await makePages(db);
  const page = await pages.visit(path);
  expect(page.body).toContain("Refuse it");
  expect(page.body).not.toMatch(new RegExp(`${rep.givenName}|${rep.familyName}|${rep.id}|<script`));
  expect(await db.read.select().from(mailOptOuts)).toEqual([]);
  // As a mail program sends it: no cookie, no origin, no page before.
  const post = (url: string, payload: string) =>
    pages.server.inject({
      method: "POST",
      url,
      payload,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  const oneClick = await post(path, "List-Unsubscribe=One-Click");
  expect([oneClick.statusCode, oneClick.body]).toEqual([200, "You will get no more mail like this.\n"]);
  expect((await post(path, "List-Unsubscribe=One-Click")).statusCode).toBe(200);
  expect(await db.read.select().from(mailOptOuts)).toMatchObject([{ personId: rep.id, via: "link" }]);
  expect((await post(path, "")).headers.location).toBe(`${path}?done`);
  expect((await post("/mail/unsubscribe/nothing", "List-Unsubscribe=One-Click")).statusCode).toBe(404);

  await makeMessages(db, [{ ...mine, optional: true }, mine]);
  await sender.send();
  expect((await listMessagesOf(db.read, rep.id)).map(({ state }) => state).sort()).toEqual([
    "dropped",
    "sent",
    "sent",
    "sent",
  ]);

  const cookie = await pages.signedIn(rep.id);
  expect((await pages.visit("/account/mail", { cookie })).body).toContain("I want it again");
  const on = await pages.visit("/account/mail", { cookie, form: { optional: "on" } });
  expect(on.location).toBe("/account/mail?done=on");
  const account = (await pages.visit(on.location, { cookie })).body;
  expect(account).toContain("Seven days are left");
  expect(account).toContain("I do not want it");
});

test("in a demo mail lands in a mailbox that everybody may open; elsewhere there is none", async () => {
  await using db = await testDatabase();
  const [id] = await makeMessages(db, [invitation]);
  await using demo = await makePages(db, { env: { demo: true } });
  await sendWaiting({ app: demo.app, carrier: landInDemo(demo.app), checks: {}, worker: "demo" });
  expect((await demo.visit("/sign-in")).body).toContain('href="/demo/mailbox"');
  expect((await demo.visit("/demo/mailbox")).body).toContain("Lucía Ferrante");
  for (const path of [`/demo/mailbox/${id}`, `/demo/mailbox/${id}/html`])
    expect((await demo.visit(path)).body).toMatch(/href="[^"]*\/join\/very-secret"/);
  const [kept] = await db.read.select().from(messages);
  expect([kept?.state, JSON.stringify(kept).includes("very-secret")]).toEqual(["sent", false]);

  await using real = await makePages(db);
  for (const path of ["/demo/mailbox", `/demo/mailbox/${id}`, `/demo/mailbox/${id}/html`])
    expect((await real.visit(path)).status).toBe(404);
  expect((await real.visit("/sign-in")).body).not.toContain("/demo/mailbox");
});
