import { expect, test } from "vitest";
import { judgeFailure, type MailFailure, withoutAddresses } from "./mail-outcome.ts";

const answered = (command: string, responseCode: number, response = ""): MailFailure => ({
  ...{ message: "Refused", code: "EENVELOPE", command, responseCode },
  response: `${responseCode} ${response}`,
});

test.each<[string, MailFailure, boolean, string]>([
  ["nobody listens", { message: "connect ECONNREFUSED", code: "ESOCKET", command: "CONN" }, false, "temporary away"],
  ["no such host", { message: "getaddrinfo", code: "EDNS", command: "CONN" }, false, "temporary away"],
  ["wrong password", { ...answered("AUTH PLAIN", 535), code: "EAUTH" }, false, "temporary away"],
  ["not greeted", { ...answered("CONN", 554), code: "EPROTOCOL" }, false, "temporary away"],
  ["closing", answered("CONN", 421), true, "temporary away"],
  ["greylisted", answered("RCPT TO", 451, "4.7.1 later"), false, "temporary"],
  ["mailbox full for now", answered("RCPT TO", 452, "4.2.2 full"), false, "temporary"],
  ["later, after the mail", answered("DATA", 451), true, "temporary"],
  ["wrong order", answered("MAIL FROM", 503), false, "temporary"],
  ["no such mailbox", answered("RCPT TO", 550, "5.1.1 unknown"), false, "refused mailbox"],
  ["no such mailbox, in old words", answered("RCPT TO", 550, "No such user"), false, "refused mailbox"],
  ["mailbox takes nothing", answered("RCPT TO", 550, "5.2.1 disabled"), false, "refused mailbox"],
  ["mailbox full", answered("RCPT TO", 552, "5.2.2 full"), false, "refused"],
  ["we may not relay", answered("RCPT TO", 550, "5.7.1 relaying denied"), false, "refused"],
  ["our own address is wrong", answered("RCPT TO", 550, "5.1.8 bad sender"), false, "refused"],
  ["sender refused", answered("MAIL FROM", 550, "5.1.1 unknown"), false, "refused"],
  ["spam", answered("DATA", 554, "5.7.1 spam"), true, "refused"],
  ["too large to offer", { message: "Message size", code: "EMESSAGE", command: "MAIL FROM" }, false, "refused"],
  ["broken before the mail", { message: "closed", code: "ECONNECTION", command: "CONN" }, false, "temporary away"],
  ["broken in the mail", { message: "closed", code: "ECONNECTION", command: "CONN" }, true, "unknown"],
  ["silent after the mail", { message: "Timeout", code: "ETIMEDOUT", command: "CONN" }, true, "unknown"],
])("%s", (_, failure, begun, expected) => {
  const outcome = judgeFailure(failure, begun);
  const more = "away" in outcome && outcome.away ? " away" : "mailbox" in outcome && outcome.mailbox ? " mailbox" : "";
  expect(`${outcome.kind}${more}`).toBe(expected);
});

test("words of a server are kept on one line, short and without addresses", () => {
  const said = withoutAddresses(
    `550-5.1.1 <ada@example.com>:\r\n550 zoë@bücher.example unknown (mailto:x@y.z) ${"x".repeat(400)}`,
  );
  expect(said).toMatch(/^550-5\.1\.1 …: 550 … unknown \(/);
  expect(said).not.toMatch(/@|[\r\n]/);
  expect(said.length).toBeLessThanOrEqual(300);
});
