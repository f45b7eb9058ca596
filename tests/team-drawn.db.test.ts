import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { people } from "#app/platform/db.server.ts";
import { makeDelegation } from "./make-delegation.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makePublished } from "./make-published.ts";

const day = 86_400_000;

test("what is drawn of a team once is drawn for each reader in the own words and links, and anew when figures differ", async () => {
  const { db: made, clock } = await makePublished(Date.UTC(2026, 2, 10, 15));
  await using db = made;
  const boss = await makePerson(db, { familyName: "Boss", kind: "staff" });
  const lead = await makePerson(db, { familyName: "Lead", managerEmployeeId: boss.employeeId, country: "DE" });
  const rep = { managerEmployeeId: lead.employeeId, country: "US", region: "AMERICAS" };
  await makePerson(db, rep);
  const assistant = await makePerson(db, { familyName: "Assistant", kind: "staff" });
  await makeDelegation(db, {
    managerId: boss.id,
    delegateId: assistant.id,
    validFrom: clock.now(),
    validUntil: clock.now() + day,
  });
  await using pages = await makePages(db, { clock });
  const cookies = { boss: await pages.signedIn(boss.id), assistant: await pages.signedIn(assistant.id) };
  const links = async (who: keyof typeof cookies, url = "/team") => {
    const { body } = await pages.visit(url, { cookie: cookies[who] });
    const found = [...body.replaceAll("&amp;", "&").matchAll(/href="(\/team[^"]*)"[^>]*>([^<]*)</g)];
    return found.map(([, href, text]) => `${text} ${href}`);
  };

  const own = await links("boss");
  expect(own).toContain("United States /team/people?country=US");
  expect(own).toContain(`Ada Lead /team?manager=${lead.employeeId}`);
  expect(await links("boss")).toEqual(own);

  const theirs = await links("assistant", `/team?for=${boss.employeeId}`);
  expect(theirs).toContain(`United States /team/people?for=${boss.employeeId}&country=US`);
  expect(theirs).toContain(`Ada Lead /team?for=${boss.employeeId}&manager=${lead.employeeId}`);

  await db.write(async (tx) => void (await tx.update(people).set({ language: "en-XA" }).where(eq(people.id, boss.id))));
  const { body } = await pages.visit("/team", { cookie: cookies.boss });
  expect(body).not.toContain("1 person");

  await makePerson(db, rep);
  const { body: more } = await pages.visit(`/team?for=${boss.employeeId}`, { cookie: cookies.assistant });
  expect(more).toMatch(/United States<\/a>\s*<span[^>]*><a[^>]*>2 people/);
});
