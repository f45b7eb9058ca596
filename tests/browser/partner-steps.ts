import type { Page } from "playwright-core";
import { queryRows } from "./query-rows.ts";
import { testPassword } from "./start-app.ts";

type Item = { id: string; choices: { id: string; correct: boolean }[] };
type Look = (page: Page) => Promise<void>;

/**
 * From the home page of a partner who has watched every replay to the certificate of attendance, by way of a check that
 * was not passed. `look` sees each kind of page. The page ends on the certificate.
 */
export async function walkToAttendance(
  page: Page,
  { databaseUrl, name, look }: { databaseUrl: string; name: string; look: Look },
): Promise<void> {
  await page.goto("/");
  await page.getByRole("heading", { name: "You have watched everything. A short check comes next." }).waitFor();
  await look(page);
  await page
    .getByRole("link", { name: /^Continue: / })
    .first()
    .click();
  await look(page);
  await takePartnerCheck(page, databaseUrl, { right: 5, look });
  await page.getByRole("heading", { name: "Not passed this time: 5 of 8 right." }).waitFor();
  await look(page);
  await page.getByRole("link", { name: "Go to the check" }).click();
  await takePartnerCheck(page, databaseUrl, { right: 6 });
  await page.getByRole("heading", { name: "You passed: 6 of 8 right." }).waitFor();
  await look(page);
  await page.getByRole("link", { name: "Go on to the signature" }).click();
  await look(page);
  await sign(page, "Somebody Else");
  await page.getByText("This is not the name").waitFor();
  await look(page);
  await sign(page, name);
  await page.getByText("You have signed, and this is your certificate of attendance.").waitFor();
  await look(page);
}

/** From the start page of the check to its result, with so many of the questions right. */
async function takePartnerCheck(page: Page, databaseUrl: string, { right, look }: { right: number; look?: Look }) {
  await page.getByRole("button", { name: "Start the check" }).click();
  const rows = await queryRows<{ body: Item }>(
    databaseUrl,
    "select body from release_parts where kind = 'partner_item'",
  );
  const bank = new Map(rows.map(({ body }) => [body.id, body]));
  const query = "select form from partner_checks where submitted_at is null";
  const [open] = await queryRows<{ form: { itemId: string; choices: string[] }[] }>(databaseUrl, query);
  if (!open) throw new Error("No check is open.");
  for (const [index, { itemId, choices }] of open.form.entries()) {
    await page.getByRole("heading", { name: `Question ${index + 1} of ${open.form.length}` }).waitFor();
    if (index === 1) await look?.(page);
    const key = bank.get(itemId)?.choices ?? [];
    const wanted = choices.findIndex((id) => key.find((choice) => choice.id === id)?.correct === index < right);
    await page.getByRole("radio").nth(wanted).check();
    await page.getByRole("button", { name: /Save and/ }).click();
  }
  await page.getByRole("heading", { name: "Review your answers" }).waitFor();
  await look?.(page);
  await page.getByRole("button", { name: "Submit the check" }).click();
}

async function sign(page: Page, name: string) {
  await page.getByLabel("Type your full name").fill(name);
  await page.getByLabel("Your password").fill(testPassword);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}
