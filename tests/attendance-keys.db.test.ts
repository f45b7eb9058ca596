import { expect, test } from "vitest";
import { setPassword } from "#app/features/accounts/set-password.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Choice } from "#app/features/programs/release-content.ts";
import { getWatching } from "#app/features/replays/get-watching.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { evidence, partnerChecks } from "#app/platform/db.server.ts";
import { makePages } from "./make-pages.ts";
import { makePartnerItems } from "./make-partner-path.ts";
import { choiceOf, makeRelease } from "./make-release.ts";
import { makePartner, watchEverything } from "./partner-walk.ts";
import { testDatabase } from "./setup-database.ts";

/** Every hidden text and id can be told in whatever is sent, with what kind of secret it is. */
const marked = <T extends { id: string; choices: Choice[] }>(item: T) => ({
  ...item,
  id: `XQ-${item.id}`,
  rationale: `RATIONALE-${item.id}`,
  choices: item.choices.map((choice) => ({
    ...choice,
    id: `xq-${choice.correct ? "right" : "wrong"}-${item.id}-${choice.id}`,
    feedback: `FEEDBACK-${item.id}-${choice.id}`,
  })),
});

const secrets = {
  ids: /xq-(right|wrong|partner)/i,
  rationales: /RATIONALE/,
  feedback: /FEEDBACK/,
  keys: /"correct"|isCorrect|answerKey/,
};

test("no page, page data or file of a partner holds a key before it is earned, from the first visit to the certificate", async () => {
  await using db = await testDatabase();
  await makeRelease(db, { partners: true, item: marked });
  const items = new Map(makePartnerItems(marked).map((item) => [item.id, item]));
  await using pages = await makePages(db);
  const partner = await makePartner(db);
  const password = "correct horse battery staple";
  await setPassword(pages.app, { personId: partner.id, password, mustChange: false });
  const cookie = await pages.signedIn(partner.id);
  const walk = { db, clock, personId: partner.id };
  const closed = new Set<keyof typeof secrets>(["ids", "rationales", "feedback", "keys"]);
  let scanned = 0;

  const ask = async (url: string, form?: Record<string, string>) => {
    const answer = await pages.server.inject({
      method: form ? "POST" : "GET",
      url,
      headers: {
        ...{ host: "localhost:3000", cookie },
        ...(form ? { origin: pages.app.env.origin, "content-type": "application/x-www-form-urlencoded" } : {}),
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    });
    const said = `${JSON.stringify(answer.headers)}\n${answer.body}`;
    for (const secret of closed) expect(said.match(secrets[secret])?.[0], `${secret} in ${url}`).toBeUndefined();
    scanned += 1;
    return { status: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? "") };
  };
  /** The page as a browser without and with scripts asks for it. */
  const read = async (url: string) => {
    const page = await ask(url);
    expect(page.status, url).toBe(200);
    return `${page.body}\n${(await ask(url === "/" ? "/_root.data" : `${url}.data`)).body}`;
  };
  /** What an answer or a pass has earned is seen on the page that shows it, and on no other. */
  const earned = async (these: (keyof typeof secrets)[], url: string) => {
    for (const secret of these) closed.delete(secret);
    const said = await read(url);
    for (const secret of these) closed.add(secret);
    return said;
  };
  const readAround = async () => {
    for (const url of ["/", "/partner/check", "/rules/2011-07"]) await read(url);
    await ask("/partner/attestation");
    // The scores of finished checks are the person's own.
    closed.delete("keys");
    for (const url of ["/record", "/record.json"]) await ask(url);
    closed.add("keys");
  };
  const takeCheck = async (kind: "right" | "wrong") => {
    await ask("/partner/check", {});
    const open = (await db.read.select().from(partnerChecks)).find(({ submittedAt }) => submittedAt === null);
    if (!open) throw new Error("No check is open.");
    for (const [index, { itemId, choices }] of open.form.entries()) {
      const url = `/partner/check/questions/${index + 1}`;
      const shown = [...(await read(url)).matchAll(/name="choice"(?: checked="")? value="([^"]*)"/g)];
      expect(shown.map(([, value]) => value)).toEqual(choices.map((_, place) => String(place + 1)));
      const item = items.get(itemId);
      const choice = item ? String(choices.indexOf(choiceOf(item, kind)) + 1) : "";
      await ask(url, { check: open.id, choice: "99", total: "8" });
      expect((await ask(url, { check: open.id, choice, total: "8" })).status).toBe(302);
      if (index === 3) await readAround();
    }
    await read("/partner/check/review");
    return (await ask("/partner/check/review", { check: open.id })).location;
  };

  await readAround();
  await watchEverything(walk);
  expect(JSON.stringify((await getWatching({ ...walk, replayId: "briefing" })).sections)).not.toMatch(secrets.ids);
  await readAround();
  // Of a failed check there is the score of each clause; which answer was right is not told.
  const failed = await takeCheck("wrong");
  expect(await earned(["keys"], failed)).toContain("Not passed");
  await readAround();
  const passed = await takeCheck("right");
  await earned(["keys"], failed);
  expect(await earned(["feedback", "keys"], passed)).toMatch(secrets.feedback);
  await readAround();
  const signed = await ask("/partner/attestation", { typedName: fullName(partner), password });
  await read(signed.location.replace("?new", ""));
  await ask(signed.location.replace("?new", ".pdf"));
  await readAround();
  expect(scanned).toBeGreaterThan(90);
  const records = await db.read.select().from(evidence);
  expect(records.filter(({ kind }) => kind === "partner_check_submitted")).toHaveLength(2);
});
