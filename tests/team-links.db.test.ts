import fc from "fast-check";
import { expect, test } from "vitest";
import { getTeam } from "#app/features/teams/get-team.server.ts";
import { listPeople } from "#app/features/teams/list-people.server.ts";
import { readPeopleFilter } from "#app/features/teams/people-filter.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type Database, roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { readEverything } from "./learning-walk.ts";
import { certify, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const regions = { US: "AMERICAS", BR: "AMERICAS", DE: "EMEA", FR: "EMEA", JP: "APJ" };

const anyRep = fc.record({
  country: fc.constantFrom("US", "BR", "DE", "FR", "JP"),
  department: fc.constantFrom("Enterprise", "Commercial & Mid-market"),
  onLeave: fc.boolean(),
  workerType: fc.constantFrom("employee" as const, "contractor" as const),
  manager: fc.nat(),
  fact: fc.constantFrom("certified", "ending", "expired", "held", "override", "begun", "gone", "none", "none"),
});

/** Two dozen people of any kind below two managers, and waves in every state. */
async function anyTeam(db: Database) {
  const release = await makeRelease(db);
  const now = Date.now();
  await makeWave(db, { countries: ["US", "FR"], effectiveAt: now - 30 * day, graceDays: 5 });
  await makeWave(db, { countries: ["DE"], effectiveAt: now - day, graceDays: 9 });
  await makeWave(db, { countries: ["BR"], effectiveAt: now + 20 * day, graceDays: 5 });
  await makeWave(db, { countries: ["JP"], effectiveAt: now - day, mode: "shadow" });
  const boss = await makePerson(db, { kind: "staff", familyName: "Boss" });
  const managers = [boss];
  const [drawn = []] = fc.sample(fc.array(anyRep, { minLength: 24, maxLength: 24 }), { numRuns: 1 });
  for (const { country, manager, fact, ...given } of drawn) {
    const region = regions[country];
    const managerEmployeeId = managers[manager % managers.length]?.employeeId ?? null;
    const leftAt = fact === "gone" ? now - day : null;
    const rep = await makePerson(db, { ...given, country, region, managerEmployeeId, leftAt });
    if (managers.length < 4) managers.push(rep);
    const facts = { personId: rep.id, releaseId: release.id, validFrom: now - 200 * day };
    if (fact === "certified") await certify(db, { ...facts, validUntil: now + 200 * day });
    if (fact === "ending") await certify(db, { ...facts, validUntil: now + 6 * day });
    if (fact === "expired") await certify(db, { ...facts, validUntil: now - 6 * day });
    if (fact === "held") await makeHold(db, { personId: rep.id });
    if (fact === "override") await makeOverride(db, { personId: rep.id, validUntil: now + 9 * day });
    if (fact === "begun") await readEverything({ db, clock: systemClock, personId: rep.id, release });
  }
  const office = await makePerson(db, { kind: "staff", familyName: "Office" });
  await db.write(async (tx) => {
    const grant = {
      id: newId(),
      personId: office.id,
      role: "program_office" as const,
      grantedAt: 0,
      grantedBy: "test",
    };
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
  });
  return { boss, office };
}

const number = (text: string) => Number(text.replaceAll(",", ""));

/**
 * Each link to a list of people with the figure it stands for: the one in its own text or, where that is a name, the
 * count of people beside it. Links without a figure, and shares, are left out.
 */
function countedLinks(html: string): { href: string; figure: number }[] {
  const body = html.replaceAll(/<!--.*?-->/g, "").replaceAll("&amp;", "&");
  return [...body.matchAll(/<a\s[^>]*href="(\/team\/people\?[^"]*)"[^>]*>(.*?)<\/a>(?=(.{0,200}))/gs)].flatMap(
    ([, href = "", inside = "", after = ""]) => {
      const large = /text-\[2rem\][^>]*>([\d,]+)</.exec(inside)?.[1];
      const text = inside.replaceAll(/<title>.*?<\/title>/gs, "").replaceAll(/<[^>]*>/g, "");
      const own = large ?? /^(?:of |all )?([\d,]+)(?![\d,.]*%)/i.exec(text.trim())?.[1];
      const beside = /^<\/?[^>]*><span[^>]*>([\d,]+) (?:person|people)|^<span[^>]*>([\d,]+) (?:person|people)/.exec(
        after,
      );
      const figure = own ?? beside?.[1] ?? beside?.[2];
      return figure === undefined ? [] : [{ href, figure: number(figure) }];
    },
  );
}

async function shownOf(pages: Pages, cookie: string, href: string): Promise<number> {
  const { body } = await pages.visit(href, { cookie });
  return number(/<strong>([\d,]+) (?:person|people)<\/strong>/.exec(body)?.[1] ?? "-1");
}

test("every figure on every page of teams is the length of the list that it opens, under every filter", async () => {
  await using db = await testDatabase();
  const { boss, office } = await anyTeam(db);
  await using pages = await makePages(db);
  const cookies = { boss: await pages.signedIn(boss.id), office: await pages.signedIn(office.id) };
  const sights = { boss: { managerEmployeeId: boss.employeeId ?? "" }, office: "everybody" as const };
  const cuts = [
    "",
    "?region=EMEA",
    "?country=US",
    "?department=Commercial+%26+Mid-market",
    "?path=initial",
    "?path=none",
  ];
  const views: [keyof typeof cookies, string][] = [
    ...(["boss", "office"] as const).flatMap((who): [typeof who, string][] => [
      [who, "/"],
      [who, "/team"],
    ]),
    ["office", `/team?manager=${boss.employeeId}`],
    ...cuts.map((cut): ["office", string] => ["office", `/program-office/roll-out${cut}`]),
  ];
  const { body: rollOut } = await pages.visit("/program-office/roll-out", { cookie: cookies.office });
  // By its title, not by its id.
  expect(rollOut).toContain("Edition Edition 2011-07, ");
  const [wave = ""] = /wave=[\w-]+/.exec(rollOut) ?? [];
  views.push(["office", `/program-office/roll-out?${wave}&region=AMERICAS`]);
  const wrong: string[] = [];
  let followed = 0;
  for (const [who, url] of views) {
    const links = countedLinks((await pages.visit(url, { cookie: cookies[who] })).body);
    expect(links.length, url).toBeGreaterThan(1);
    const each = new Map(links.map((link) => [`${link.href} ${link.figure}`, link])).values();
    const team = await getTeam({ db, clock: systemClock }, sights[who]);
    for (const { href, figure } of each) {
      followed += 1;
      const filter = readPeopleFilter(new URLSearchParams(href.split("?")[1]));
      const total = listPeople(team, filter).length;
      if (total !== figure) wrong.push(`${url}: ${href} says ${figure} and opens ${total}`);
    }
    // That the page of the list shows what was counted here is asked of one link a page.
    const [first] = links;
    if (first && (await shownOf(pages, cookies[who], first.href)) !== first.figure) wrong.push(`${url}: ${first.href}`);
  }
  expect(wrong).toEqual([]);
  expect(followed).toBeGreaterThan(100);
});
