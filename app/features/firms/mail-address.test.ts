import fc from "fast-check";
import { expect, test } from "vitest";
import { hasTag, isWithinDomains, normaliseAddress } from "./mail-address.ts";
import { normaliseDomain } from "./normalise-domain.ts";
import { domainsAbove, isPublicDomain } from "./public-domains.ts";

test.each([
  ["Example.COM", "example.com"],
  [" bücher.example. ", "xn--bcher-kva.example"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ["a.b-c.co.uk", "a.b-c.co.uk"],
  ["example", null],
  ["10.0.0.1", null],
  ["0x7f.1", null],
  ["exa mple.com", null],
  ["example.com/path", null],
  ["user@example.com", null],
  ["-a.example.com", null],
  ["", null],
  [`${"a".repeat(64)}.com`, null],
])("domain %j is %j", (given, expected) => {
  expect(normaliseDomain(given)).toBe(expected);
});

test("whatever is a domain stays it when it is read again", () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.string()), (text) => {
      const domain = normaliseDomain(text);
      if (domain !== null) expect(normaliseDomain(domain)).toBe(domain);
    }),
  );
});

test.each([
  ["gmail.com", true],
  ["mail.gmail.com", true],
  ["notgmail.com", false],
  ["co.uk", true],
  ["firm.co.uk", false],
  ["github.io", true],
  ["firm.github.io", false],
  ["firm.example", false],
])("%s is public: %s", (domain, expected) => {
  expect(isPublicDomain(domain)).toBe(expected);
});

test("an address keeps its letters, and its domain becomes that of DNS", () => {
  expect(normaliseAddress(" Ada.Lovelace@BÜCHER.example ")).toBe("Ada.Lovelace@xn--bcher-kva.example");
  for (const none of ["ada", "@x.example", "ada@x", "a b@x.example", "ada@x.example, b@x.example", "<a@x.example>"])
    expect(normaliseAddress(none)).toBeNull();
  expect([hasTag("ada+1@x.example"), hasTag("ada@x+y.example")]).toEqual([true, false]);
});

test("a domain below one of the firm's is within them, one that only ends alike is not", () => {
  expect(domainsAbove("a.b.c.example")).toEqual(["a.b.c.example", "b.c.example", "c.example"]);
  expect(isWithinDomains("mail.firm.example", ["firm.example"])).toBe(true);
  expect(isWithinDomains("firm.example", ["mail.firm.example"])).toBe(false);
  expect(isWithinDomains("otherfirm.example", ["firm.example"])).toBe(false);
});
