import { expect, test } from "vitest";
import { makeBounce } from "#tests/make-bounce.ts";
import { readDeliveryReport } from "./read-delivery-report.ts";

const messageId = "01a20908-9fde-7ef0-8df9-3152a9d28123";
const failure = { status: "5.1.1", said: "550 5.1.1 … unknown" };

test.each(["message/rfc822", "text/rfc822-headers"] as const)("a report with the original as %s", (original) => {
  expect(readDeliveryReport(makeBounce({ messageId, original }))).toEqual({ messageIds: [messageId], failure });
});

test("line ends of one character, and a status part in another encoding", () => {
  const raw = makeBounce({ messageId });
  expect(readDeliveryReport(raw.replaceAll("\r\n", "\n"))).toEqual({ messageIds: [messageId], failure });
  const [head, status, tail] = raw.split(
    /(?<=message\/delivery-status)\r\n\r\n|(?=--9F1B\.1763999\/mx\.example\r\nContent-Type: text\/rfc822)/,
  );
  const encoded = `${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(status ?? "").toString("base64")}\r\n${tail}`;
  expect(readDeliveryReport(encoded)).toEqual({ messageIds: [messageId], failure });
});

test("a delay is no failure, and an answer of a person no report", () => {
  expect(readDeliveryReport(makeBounce({ messageId, action: "delayed", status: "4.4.7" }))?.failure).toBeNull();
  expect(
    readDeliveryReport(`From: ada@example.com\r\nIn-Reply-To: <${messageId}@c.example>\r\n\r\nThank you.`),
  ).toBeNull();
  expect(readDeliveryReport("")).toBeNull();
  expect(readDeliveryReport('Content-Type: multipart/report; boundary="x"\n\n--x\n--x\n--x--')).toBeNull();
});

test("ids of others are left out", () => {
  expect(readDeliveryReport(makeBounce({ messageId: "CAF1=abc" }))?.messageIds).toEqual([]);
});
