import { expect, test } from "vitest";
import { lookUpLimit } from "#app/features/trust/spend-look-up.server.ts";
import { certify, makeHold, makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const partner = { kind: "partner", employeeId: null, externalId: "P-1", familyName: "Ferrante" } as const;

test("a partner sees shares by country as of now, and none of a small group", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db, { countries: ["US"], effectiveAt: 0, graceDays: 3 });
  await makeWave(db, { countries: ["DE"], effectiveAt: Date.UTC(2400, 0, 1), mode: "shadow" });
  const reps: Awaited<ReturnType<typeof makePerson>>[] = [];
  for (const [country, region, people] of [
    ["US", "AMERICAS", 12],
    ["BR", "AMERICAS", 3],
    ["CA", "AMERICAS", 14],
    ["DE", "EMEA", 10],
  ] as const)
    for (let n = 0; n < people; n++) reps.push(await makePerson(db, { country, region }));
  const certified = (n: number) =>
    certify(db, { personId: reps[n]?.id ?? "", releaseId: release.id, validFrom: 0, validUntil: 9e15 });
  for (let n = 0; n < 6; n++) await certified(n);
  await using pages = await makePages(db);
  const cookie = await pages.signedIn((await makePerson(db, partner)).id);
  const read = async () => (await pages.visit("/trust", { cookie })).body.replace(/<!--.*?-->/g, "");
  const page = await read();
  expect(page).toContain("15% of the direct team is certified.");
  expect(page).toContain("6 of 39 reps, as of ");
  expect(page).toMatch(/AMERICAS<span[^>]*>21% of 29 reps</);
  // With Brazil goes the United States, or the three could be worked out.
  expect(page.match(/Figure withheld/g)).toHaveLength(2);
  expect(page).not.toContain("of 12 reps");
  expect(page).toContain("0% certified <span");
  expect(page).toMatch(/Since [^<]* only certified reps may claim deals\./);
  expect(page).toContain("The rules are tried out from ");
  for (const rep of reps) expect(page).not.toContain(rep.familyName);
  expect(page).not.toContain("<script");
  await certified(7);
  expect(await read()).toContain("7 of 39 reps");
});

test("a certificate is confirmed for its holder's name, and everything else is answered alike", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const rep = await makePerson(db, { givenName: "Zoë", familyName: "Ünal", preferredName: "Zo" });
  const held = await makePerson(db);
  const facts = { releaseId: release.id, validFrom: 0, validUntil: 9e15 };
  const [number, old, onHold] = ["CLR-AAAA-AAAA-AAAA", "CLR-BBBB-BBBB-BBBB", "CLR-CCCC-CCCC-CCCC"] as const;
  await certify(db, { ...facts, personId: rep.id, number });
  await certify(db, { ...facts, personId: rep.id, number: old, validUntil: 1 });
  await certify(db, { ...facts, personId: held.id, number: onHold });
  await makeHold(db, { personId: held.id });
  await using pages = await makePages(db);
  const cookie = await pages.signedIn((await makePerson(db, partner)).id);
  const ask = async (form: Record<string, string>, address = "10.0.0.1") =>
    await pages.visit("/trust", { cookie, form, address });
  const title = async (typed: string, name: string) =>
    /<h1>(.*?)<\/h1>/.exec((await ask({ number: typed, name })).body)?.[1];
  const none = "There is no certificate with this number in this name.";
  expect(await title(number.toLowerCase(), "")).toBe("This certificate is valid today.");
  for (const name of ["zoe unal", "Zo Ünal", "ÜNAL"]) expect(await title(number, name)).toContain("is valid today");
  for (const name of ["Zoe", "Unal Zoe", held.familyName]) expect(await title(number, name)).toBe(none);
  expect(await title("CLR-0000-0000-0000", "Zoë Ünal")).toBe(none);
  expect(await title("nothing like it", "")).toBe("There is no certificate with this number.");
  expect(await title(old, "")).toBe("This certificate has expired.");
  expect(await title(onHold, "")).toBe("This certificate is on hold.");
  expect((await ask({ number: "", name: "x" })).body).toContain("Type the number that is printed");
  const answer = (await ask({ number })).body;
  for (const fact of [rep.familyName, rep.employeeId ?? "", rep.email ?? ""]) expect(answer).not.toContain(fact);

  // Counted for the person, from whatever address: those above, and these.
  let refused = 0;
  for (let n = 0; n < lookUpLimit.most; n++) refused += Number((await ask({ number }, `10.1.0.${n}`)).status === 429);
  expect(refused).toBe(12);
  expect((await pages.visit("/trust", { cookie })).status).toBe(200);
});
