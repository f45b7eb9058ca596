import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine, parseSender, usableAddress } from "./mail-address.ts";

test.each([
  ["ada@example.com", "ada@example.com"],
  ["  ada@example.com ", "ada@example.com"],
  ["zoë@bücher.example", "zoë@bücher.example"],
  ["用户@例え.jp", "用户@例え.jp"],
  ["o'neil+tag@example.com", "o'neil+tag@example.com"],
])("%j is an address", (given, address) => {
  expect(usableAddress(given)).toBe(address);
});

test.each([
  "",
  "ada",
  "@example.com",
  "a@b@c",
  "a@b, c@d",
  "<a@b>",
  "a b@c",
  "a@b\r\nRCPT TO:<c@d>",
  `a"b"@c`,
  "a@b\u2028c",
])("%j is none", (given) => {
  expect(usableAddress(given)).toBeNull();
});

test("what stands in a header is one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test.each([
  ["cleared@example.com", { name: "", address: "cleared@example.com" }],
  ["Cleared <cleared@example.com>", { name: "Cleared", address: "cleared@example.com" }],
  ['"Rules, and more" <cleared@example.com>', { name: "Rules, and more", address: "cleared@example.com" }],
  ["Cleared cleared@example.com", null],
  ["Cleared <cleared>", null],
  ["Cleared\r\nBcc: x <cleared@example.com>", null],
])("%j as a sender", (given, sender) => {
  expect(parseSender(given)).toEqual(sender);
});
