import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";
import {
  checkCountry,
  checkDay,
  checkEmail,
  checkEmployeeId,
  checkHireDate,
  checkLanguage,
  checkManagerId,
  checkName,
  checkPreferredName,
  checkText,
  checkTimeZone,
} from "./field-rules.ts";
import type { Finding } from "./refusal.ts";

const reasons = (found: Finding[]) => found.map(({ reason }) => reason).join(" ");

test.each([
  ["", "REQUIRED"],
  ["00100002", ""],
  ["a-B_9", ""],
  ["x".repeat(32), ""],
  ["x".repeat(33), "EMPLOYEE_ID"],
  ["12 34", "EMPLOYEE_ID"],
  ["٣٤", "EMPLOYEE_ID"],
  ["=1", "EMPLOYEE_ID"],
])("employee id %j: %s", (value, expected) => {
  expect(reasons(checkEmployeeId(value))).toBe(expected);
});

test("a manager is optional, and an employee id when given", () => {
  expect(checkManagerId("")).toEqual([]);
  expect(reasons(checkManagerId("no one"))).toBe("EMPLOYEE_ID");
});

test.each([
  ["O'Brien", ""],
  ["St. John", ""],
  ["-", ""],
  ["Lee-Whitfield", ""],
  ["山田", ""],
  ["الأحمد", ""],
  ["حسن\u200cزاده", ""],
  ["क्\u200dष", ""],
  ["+Plus", ""],
  ["@home", ""],
  ["𠮷".repeat(200), ""],
  ["𠮷".repeat(201), "TOO_LONG"],
  ["", "REQUIRED"],
  ["A".repeat(201), "TOO_LONG"],
  ["zero\0byte", "CONTROL_CHARACTER"],
  ["\u009b31m", "CONTROL_CHARACTER"],
  ["\u202eevil", "BIDI_CONTROL"],
  ["\u2066a\u2069", "BIDI_CONTROL"],
  ["a\u200fb", "BIDI_CONTROL"],
  ["a\u061cb", "BIDI_CONTROL"],
  ["Ad\u200ba", "INVISIBLE_CHARACTER"],
  ["Ad\u200da", "INVISIBLE_CHARACTER"],
  ["حسن\u200c", "INVISIBLE_CHARACTER"],
  ["\u3164", "INVISIBLE_CHARACTER"],
  ["soft\u00adhyphen", "INVISIBLE_CHARACTER"],
  ['=HYPERLINK("http://evil.example","x")', "FORMULA"],
  ["<script>alert(1)</script>", "MARKUP"],
  ["a > b", "MARKUP"],
  ["=<\u202e\u200b\0", "CONTROL_CHARACTER BIDI_CONTROL INVISIBLE_CHARACTER FORMULA MARKUP"],
])("name %j: %s", (value, expected) => {
  expect(reasons(checkName(value))).toBe(expected);
});

test("a preferred name is optional, and a name when given", () => {
  expect(checkPreferredName("")).toEqual([]);
  expect(reasons(checkPreferredName("=1+1"))).toBe("FORMULA");
});

test.each([
  ["=SUM(A1:A9)", ""],
  ["Sales <EMEA>", ""],
  ["", "REQUIRED"],
  ["x".repeat(201), "TOO_LONG"],
  ["a\u0007", "CONTROL_CHARACTER"],
])("text %j: %s", (value, expected) => {
  expect(reasons(checkText(value))).toBe(expected);
});

test.each([
  ["", ""],
  ["o'brien+deals@reps.example.com", ""],
  ["JOSÉ@münchen.example", ""],
  ["a@xn--mnchen-3ya.example", ""],
  ["not-an-email", "EMAIL"],
  ["a@b", "EMAIL"],
  ["a@b.c", "EMAIL"],
  ["a@@b.com", "EMAIL"],
  ["a b@c.com", "EMAIL"],
  ["a@b.com, c@d.com", "EMAIL"],
  ["Ada <ada@b.com>", "EMAIL"],
  ["a@-b.com", "EMAIL"],
  ["a@b..com", "EMAIL"],
  ["a\0@b.com", "EMAIL"],
  ["a\u202e@b.com", "EMAIL"],
  [`${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.travel`, ""],
  [`${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.travels`, "EMAIL"],
])("e-mail %j: %s", (value, expected) => {
  expect(reasons(checkEmail(value))).toBe(expected);
});

test.each([
  ["US", ""],
  ["GB", ""],
  ["SS", ""],
  ["UK", "COUNTRY"],
  ["ZZ", "COUNTRY"],
  ["EU", "COUNTRY"],
  ["us", "COUNTRY"],
  ["", "REQUIRED"],
])("country %j: %s", (value, expected) => {
  expect(reasons(checkCountry(value))).toBe(expected);
});

test.each([
  ["", ""],
  ["2008-02-29", ""],
  ["9999-12-31", ""],
  ["2009-02-29", "DATE"],
  ["2009-13-01", "DATE"],
  ["2009-1-1", "DATE"],
  ["13/25/2009", "DATE"],
  ["2009-03-01T00:00:00Z", "DATE"],
])("day %j: %s", (value, expected) => {
  expect(reasons(checkDay(value))).toBe(expected);
});

test.each([
  ["", ""],
  ["1950-01-01", ""],
  ["2027-12-31", ""],
  ["1949-12-31", "DATE_RANGE"],
  ["2028-01-01", "DATE_RANGE"],
  ["soon", "DATE"],
])("hire date %j up to 2027: %s", (value, expected) => {
  expect(reasons(checkHireDate(value, 2027))).toBe(expected);
});

test.each([
  ["en", ""],
  ["pt-BR", ""],
  ["zh-Hant-TW", ""],
  ["es-419", ""],
  ["tlh", ""],
  ["en_US", "LANGUAGE"],
  ["english", "LANGUAGE"],
  ["xx", "LANGUAGE"],
  ["", "REQUIRED"],
])("language %j: %s", (value, expected) => {
  expect(reasons(checkLanguage(value))).toBe(expected);
});

test.each([
  ["America/New_York", ""],
  ["Asia/Kolkata", ""],
  ["Pacific/Chatham", ""],
  ["UTC", ""],
  ["Mars/Olympus", "TIME_ZONE"],
  ["+05:30", "TIME_ZONE"],
  ["America/New_York\0", "TIME_ZONE"],
  ["", "REQUIRED"],
])("time zone %j: %s", (value, expected) => {
  expect(reasons(checkTimeZone(value))).toBe(expected);
});

test.each([
  ["  Ana ", "Ana"],
  ['Sales, "Global"\nAccounts', 'Sales, "Global" Accounts'],
  ["a \r\n\t b", "a b"],
  ["a  b", "a  b"],
  ["\ufeff\u00a0x", "x"],
  ["Zoe\u0308", "Zoë"],
  ["a\u2028b", "a b"],
])("cleaning %j gives %j", (value, expected) => {
  expect(cleanText(value)).toBe(expected);
});
