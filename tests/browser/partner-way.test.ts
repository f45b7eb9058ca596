import { expect, test } from "vitest";
import { systemClock as clock } from "#app/platform/clock.ts";
import { connect } from "#app/platform/db.server.ts";
import { watchEverything } from "../partner-walk.ts";
import { checkAccessibility } from "./check-accessibility.ts";
import { launchBrowser } from "./launch-browser.ts";
import { walkToAttendance } from "./partner-steps.ts";
import { queryRows } from "./query-rows.ts";
import { startApp } from "./start-app.ts";
import { signIn } from "./walk-steps.ts";

test("a partner who has watched everything goes on to the certificate of attendance", async () => {
  const app = await startApp("sqlite");
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ baseURL: app.origin })).newPage();
    await signIn(page, "P-1");
    await page.getByRole("heading", { name: "4 steps lead to your certificate of attendance." }).waitFor();
    await checkAccessibility(page);

    const [partner] = await queryRows<{ id: string }>(
      app.databaseUrl,
      "select id from people where external_id = 'P-1'",
    );
    const db = connect(app.databaseUrl);
    await watchEverything({ db, clock, personId: partner?.id ?? "" });
    await db.close();
    await walkToAttendance(page, { databaseUrl: app.databaseUrl, name: "dana novak", look: checkAccessibility });

    const verification = await page.getByRole("link", { name: /\/verify\// }).getAttribute("href");
    const stranger = await (await browser.newContext({ baseURL: app.origin })).newPage();
    await stranger.goto(verification ?? "");
    await stranger.getByRole("heading", { name: "This is a genuine certificate of attendance." }).waitFor();
    expect(await stranger.content()).not.toContain("Novak");
    await checkAccessibility(stranger);
    await page.goto("/");
    await page.getByRole("heading", { name: "You have your certificate of attendance." }).waitFor();
    await checkAccessibility(page);
  } finally {
    await browser.close();
    await app.stop();
  }
});
