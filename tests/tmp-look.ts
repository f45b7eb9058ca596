import { readFileSync, rmSync } from "node:fs";
import { parse } from "yaml";
import { AxeBuilder } from "@axe-core/playwright";
import { connect, releaseParts } from "#app/platform/db.server.ts";
import { launchBrowser } from "./browser/launch-browser.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";

rmSync("/tmp/story-look/x.db", { force: true }); rmSync("/tmp/story-look/x.db-wal", { force: true }); rmSync("/tmp/story-look/x.db-shm", { force: true });
const db = connect("file:/tmp/story-look/x.db");
await db.migrate("db/migrations");
const story = { minutes: 14, clauses: ["ROE-2.1", "ROE-6.1", "ROE-7.1"], ...parse(readFileSync("/work/wt/writing/content/rules-of-engagement/stories/silvertip-brokers.yaml", "utf8")) };
const { id, title, summary, minutes, clauses } = story;
const release = await makeRelease(db, { summary: { story: { id, title, summary: summary.trim(), minutes, clauses } } });
await db.write(async (tx) => void (await tx.insert(releaseParts).values({ releaseId: release.id, kind: "story", partId: id, position: 999, body: story })));
const person = await makePerson(db);
const pages = await makePages(db);
const port = Number(process.env.PORT ?? 4717);
pages.app.env.origin = `http://localhost:${port}`;
await pages.server.listen({ port, host: "127.0.0.1" });
const cookie = (await pages.signedIn(person.id)).split("=");
const browser = await launchBrowser();
let shot = 0;
async function look(page: any, name: string) {
  shot++;
  for (const [width, scheme] of [[320, "light"], [390, "dark"], [1280, "light"]] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    console.log(name, width, scheme, violations.map((v: any) => `${v.id} ${v.nodes.map((n: any) => n.target.join(" "))}`), overflow);
    await page.screenshot({ path: `/tmp/story-look/${shot}-${name}-${width}.png`, fullPage: true });
  }
}
const context = await browser.newContext({ javaScriptEnabled: true, baseURL: pages.app.env.origin });
await context.addCookies([{ name: cookie[0] ?? "", value: cookie[1] ?? "", domain: "localhost", path: "/" }]);
const page = await context.newPage();
await page.goto("/program/story");
await look(page, "intro");
await page.getByRole("button", { name: "Start the story" }).click();
await page.getByRole("button", { name: "Decide" }).waitFor();
await look(page, "scene1");
for (let n = 2; n < 12; n++) {
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Decide" }).click();
  await page.waitForLoadState();
  if (page.url().includes("play=")) break;
  if (n < 4) await look(page, `scene${n}`);
}
await look(page, "ending");
await page.setViewportSize({ width: 1280, height: 844 });
await page.emulateMedia({ media: "print", colorScheme: "light" });
await page.screenshot({ path: "/tmp/story-look/print.png", fullPage: true });
await page.emulateMedia({ media: "screen" });
await page.goto("/program/story");
await look(page, "again");
await page.goto("/");
await look(page, "home");
await browser.close();
await pages.server.close();
await db.close();
