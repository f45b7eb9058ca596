import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCertificateNumber, normaliseCertificateNumber } from "./certificate-number.ts";

test("a number has the form CLR-XXXX-XXXX-XXXX in Crockford's alphabet and reads back as itself", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
      const number = formatCertificateNumber(bytes);
      expect(number).toMatch(/^CLR(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      expect(normaliseCertificateNumber(number)).toBe(number);
      expect(normaliseCertificateNumber(number.toLowerCase())).toBe(number);
      expect(normaliseCertificateNumber(number.slice(4).replaceAll("-", ""))).toBe(number);
      expect(
        normaliseCertificateNumber(` ${number.replaceAll("0", "o").replaceAll("1", "l").replaceAll("-", " ")} `),
      ).toBe(number);
    }),
  );
});

test("what somebody typed is read leniently, and what cannot be a number is not one", () => {
  const table: [string, string | null][] = [
    ["clr-0123-4567-89ab", "CLR-0123-4567-89AB"],
    ["CLR O I L 2 4567 89AB", "CLR-0112-4567-89AB"],
    ["CLR–0123–4567–89AB", "CLR-0123-4567-89AB"],
    ["0123456789AB", "CLR-0123-4567-89AB"],
    ["C1R0-1234-5678", "CLR-C1R0-1234-5678"],
    ["CLR-0123-4567-89AU", null],
    ["CLR-0123-4567-89A", null],
    ["CLR-0123-4567-89AB-C", null],
    ["XXX-0123-4567-89AB", null],
    ["CLR-0123-4567-89A'", null],
    ["", null],
  ];
  for (const [typed, number] of table) expect([typed, normaliseCertificateNumber(typed)]).toEqual([typed, number]);
});
