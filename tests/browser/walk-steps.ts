import type { Page } from "playwright-core";
import { expect } from "vitest";
import { queryRows } from "./query-rows.ts";
import { testPassword } from "./start-app.ts";

type Item = { id: string; choices: { id: string; correct: boolean; text: string; feedback: string }[] };

export async function signIn(page: Page, login: string, password = testPassword) {
  await page.goto("/sign-in");
  await page.getByLabel("Employee id or e-mail address").fill(login);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Answers every practice situation of the open lesson with its first choice, and finishes the lesson. */
export async function readLesson(page: Page) {
  const count = await page.getByRole("button", { name: "Check my answer" }).count();
  for (let n = 0; n < count; n++) {
    const form = page.locator("form", { has: page.getByRole("button", { name: "Check my answer" }) }).first();
    const places = form.locator("select");
    for (let place = 0; place < (await places.count()); place++)
      await places.nth(place).selectOption(String(place + 1));
    if ((await places.count()) === 0) await form.locator("input[name=choice]").first().check();
    await form.getByRole("button", { name: "Check my answer" }).click();
    await expect.poll(() => page.getByText(/That holds\.|That does not hold\./).count()).toBe(n + 1);
  }
  await page.getByRole("button", { name: "I have read this lesson" }).click();
  await page.getByText("You have read this lesson.").waitFor();
}

/** Plays the story that is open to an ending, in each scene by the first choice shown; `look` sees each kind of page. */
export async function playStory(page: Page, look: (page: Page) => Promise<void>) {
  await look(page);
  await page.getByRole("button", { name: "Start the story" }).click();
  const decide = page.getByRole("button", { name: "Decide" });
  const end = page.getByRole("heading", { name: "Your whole way" });
  for (let scene = 1; ; scene++) {
    await page.getByText(`scene ${scene}`).or(end).first().waitFor();
    if (await end.isVisible()) break;
    if (scene === 2) await look(page);
    await page.getByRole("radio").first().check();
    await decide.click();
  }
  await page.getByRole("button", { name: "Play again" }).waitFor();
  await look(page);
}

/** The bank of the published release: what a test needs to know and a browser must never. */
export async function readBank(databaseUrl: string): Promise<Map<string, Item>> {
  const rows = await queryRows<{ body: Item }>(databaseUrl, "select body from release_parts where kind = 'item'");
  return new Map(rows.map(({ body }) => [body.id, body]));
}

async function readOpenForm(databaseUrl: string): Promise<{ itemId: string; choices: string[] }[]> {
  const [open] = await queryRows<{ form: { itemId: string; choices: string[] }[] }>(
    databaseUrl,
    "select form from attempts where submitted_at is null",
  );
  if (!open) throw new Error("No attempt is open.");
  return open.form;
}

/** Answers the questions from `from` to `to`, rightly or wrongly, one page each. */
export async function answerQuestions(
  page: Page,
  databaseUrl: string,
  { from, to, right }: { from: number; to: number; right: boolean },
) {
  const bank = await readBank(databaseUrl);
  const form = await readOpenForm(databaseUrl);
  for (let position = from; position <= to; position++) {
    await page.getByRole("heading", { name: `Question ${position} of ${form.length}` }).waitFor();
    const place = form[position - 1];
    const item = bank.get(place?.itemId ?? "");
    const index =
      place?.choices.findIndex((id) => item?.choices.find((choice) => choice.id === id)?.correct === right) ?? 0;
    await page.getByRole("radio").nth(index).check();
    await page.getByRole("button", { name: /Save and/ }).click();
  }
}
