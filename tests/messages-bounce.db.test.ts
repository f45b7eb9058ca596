import { expect, test } from "vitest";
import { listRefusals } from "#app/features/messages/clear-refusal.server.ts";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { recordBounce } from "#app/features/messages/record-bounce.server.ts";
import { resendMessage } from "#app/features/messages/resend-message.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { makeBounce } from "./make-bounce.ts";
import { makeMailServer } from "./make-mail-server.ts";
import { makeMessages, openOffice } from "./make-messages.ts";
import { testDatabase } from "./setup-database.ts";

test("a mail that came back marks its message and its own address, and never one that the report names", async () => {
  await using db = await testDatabase();
  await using server = await makeMailServer();
  const [gone = "", full = ""] = await makeMessages(db, [{ toAddress: "gone@reps.example.com" }, {}]);
  using office = openOffice({ db, url: server.url });
  await office.send();

  const raw = makeBounce({ messageId: gone });
  const recorded = { kind: "recorded", messageId: gone, status: "5.1.1", refuses: true };
  expect(await recordBounce({ db, clock, raw })).toEqual(recorded);
  expect(await recordBounce({ db, clock, raw })).toEqual(recorded);
  expect((await listRefusals(db.read)).map(({ address }) => address)).toEqual(["gone@reps.example.com"]);
  const { message, tries } = await getMessage(db.read, gone);
  expect(message).toMatchObject({ state: "dead", outcome: "bounced", said: "550 5.1.1 … unknown" });
  expect(tries).toMatchObject([{ number: 1, outcome: "bounced" }]);

  const later = makeBounce({ messageId: full, status: "4.4.7", diagnostic: "smtp; 452 4.2.2 full" });
  expect(await recordBounce({ db, clock, raw: later })).toMatchObject({ kind: "recorded", refuses: false });
  expect(await listRefusals(db.read)).toHaveLength(1);
  // A person has it sent again; a report on the try before does not take that back.
  await resendMessage({ db, clock, messageId: full, by: "S-1" });
  await recordBounce({ db, clock, raw: later });
  expect((await getMessage(db.read, full)).message.state).toBe("waiting");
});

test("what is no report of a failure of ours changes nothing", async () => {
  await using db = await testDatabase();
  await using server = await makeMailServer();
  const [id = ""] = await makeMessages(db, [{}]);
  using office = openOffice({ db, url: server.url });
  await office.send();
  const other = "01a20908-9fde-7ef0-8df9-3152a9d28123";
  for (const [raw, kind] of [
    ["Subject: Thank you\r\n\r\nGood.", "no-report"],
    [makeBounce({ messageId: other }), "not-ours"],
    [makeBounce({ messageId: id, action: "delayed", status: "4.4.1" }), "no-failure"],
    [makeBounce({ messageId: id, action: "relayed", status: "2.1.5" }), "no-failure"],
  ] as const)
    expect((await recordBounce({ db, clock, raw })).kind).toBe(kind);
  expect((await getMessage(db.read, id)).message.state).toBe("sent");
  expect(await listRefusals(db.read)).toEqual([]);
});
