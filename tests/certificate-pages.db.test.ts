import { extractText } from "unpdf";
import { expect, test } from "vitest";
import { verificationLimit } from "#app/features/certification/spend-verification.server.ts";
import { people } from "#app/platform/db.server.ts";
import { certify, handClock } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const now = Date.UTC(2011, 6, 1, 12);

async function certified(db: TestDatabase, given: Parameters<typeof makePerson>[1] = {}) {
  const release = await makeRelease(db);
  const person = await makePerson(db, { timeZone: "Europe/Warsaw", country: "GB", ...given });
  const { number } = await certify({ db, clock: handClock(now), personId: person.id, release }, person);
  return { person, number };
}

test("the owner gets a PDF that says what the page says; nobody else does", async () => {
  await using db = await testDatabase();
  const { person, number } = await certified(db, { givenName: "عمر", familyName: "الهاشمي" });
  const other = await makePerson(db);
  await using pages = await makePages(db, { clock: handClock(now) });
  const cookie = await pages.signedIn(person.id);
  const ask = (url: string, cookie: string) =>
    pages.server.inject({ url, headers: { host: "localhost:3000", cookie, accept: "text/html" } });

  const file = await ask(`/certificates/${number}.pdf`, cookie);
  expect(file.statusCode).toBe(200);
  expect(file.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${number}.pdf"`,
    "cache-control": "private, no-store",
  });
  const { text } = await extractText(new Uint8Array(file.rawPayload), { mergePages: true });
  const { body } = await ask(`/certificates/${number}`, cookie);
  for (const said of ["عمر الهاشمي", number, "1 July 2012", "14:00", "Example Services", "Edition 2011-07"]) {
    expect(text.replaceAll(/\s+/g, " ")).toContain(said);
    expect(body).toContain(said);
  }
  expect(text).toContain(`http://localhost:3000/verify/${number}`);
  expect(body).toContain(`href="/certificates/${number}.pdf"`);
  expect(body).toContain('aria-label="QR code with the address');

  const foreign = await ask(`/certificates/${number}.pdf`, await pages.signedIn(other.id));
  expect([foreign.statusCode, foreign.headers.location]).toEqual([302, `/certificates/${number}`]);
  expect(foreign.body).toBe("");
  const refusal = await ask(`/certificates/${number}`, await pages.signedIn(other.id));
  expect(refusal.statusCode).toBe(404);
  expect(refusal.body).toContain("This page does not exist");
  expect((await ask(`/certificates/${number}.pdf`, "")).headers.location).toMatch(/^\/sign-in\?next=/);
});

test("a stranger learns the state as of an instant, the same for one who has left, and nothing about the person", async () => {
  await using db = await testDatabase();
  const { person, number } = await certified(db, { familyName: "Lovelace", leftAt: now });
  await using pages = await makePages(db, { clock: handClock(now) });
  const answer = await pages.server.inject({ url: `/verify/${number}`, headers: { host: "localhost:3000" } });
  expect(answer.body).toContain("This certificate is valid today.");
  expect(answer.body).toMatch(/As of 1 July 2011 at 12:00 \((GMT|UTC)/);
  for (const secret of [person.familyName, person.employeeId ?? "", person.id, "2012", "2011-07"])
    expect(answer.body).not.toContain(secret);
  expect(answer.headers).toMatchObject({ "x-robots-tag": "noindex", "cache-control": "private, no-store" });
  expect(answer.body).toContain('<meta name="robots" content="noindex"/>');
  expect((await db.read.select().from(people)).length).toBe(1);
});

test("a number typed in any way leads to one address, and what is no number is answered like an unknown one", async () => {
  await using db = await testDatabase();
  const { number } = await certified(db);
  await using pages = await makePages(db, { clock: handClock(now) });
  const typed = `  ${number.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
  const sent = await pages.visit(`/verify?number=${encodeURIComponent(typed)}`);
  expect([sent.status, sent.location]).toEqual([302, `/verify/${number}`]);
  expect((await pages.visit(`/verify/${encodeURIComponent(typed.trim())}`)).body).toContain(number);
  const plain = (html: string, shown: string) => html.replaceAll(shown, "").replaceAll(/nonce="[^"]*"/g, "");
  const unknown = await pages.visit("/verify/CLR-0000-0000-0000");
  const nonsense = await pages.visit("/verify/nonsense");
  expect(unknown.status).toBe(nonsense.status);
  expect(plain(unknown.body, "CLR-0000-0000-0000")).toBe(plain(nonsense.body, "nonsense"));
});

test("whoever looks up number after number has to wait; others do not", async () => {
  await using db = await testDatabase();
  const clock = handClock(now);
  await using pages = await makePages(db, { clock });
  const look = async (address: string) => (await pages.visit("/verify/CLR-0000-0000-0000", { address })).status;
  for (let n = 0; n < verificationLimit.most; n++) await look("10.0.0.9");
  expect([await look("10.0.0.9"), await look("10.0.0.8")]).toEqual([429, 200]);
  clock.pass(verificationLimit.ms - 90_000);
  const refused = await pages.server.inject({
    url: "/verify/CLR-0000-0000-0000",
    remoteAddress: "10.0.0.9",
    headers: { host: "localhost:3000" },
  });
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([429, "120"]);
  expect(refused.body).toContain("Nothing is wrong with the certificate.");
  expect(refused.body).toContain("Wait 2 minutes, then open this page again.");
  expect(refused.body).not.toContain("account");
  expect((await pages.visit("/verify", { address: "10.0.0.9" })).status).toBe(200);
  clock.pass(90_000);
  expect(await look("10.0.0.9")).toBe(200);
});
