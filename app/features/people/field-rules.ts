import { countryCodes } from "./country-codes.ts";
import { findControls, findInvisible } from "./hidden-characters.ts";
import { type Finding, finding } from "./refusal.ts";

// Each rule takes a value that has been cleaned and tells everything that is wrong with it.

const maximumLength = 200;
const employeeId = /^[A-Za-z0-9_-]{1,32}$/;
const emailAddress =
  /^[^\s\p{C}@<>()[\],;:\\"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;

export function checkEmployeeId(value: string): Finding[] {
  if (value === "") return required();
  return employeeId.test(value)
    ? []
    : [finding("EMPLOYEE_ID", "An id has 1 to 32 letters A–Z, digits, hyphens and underscores.")];
}

export function checkManagerId(value: string): Finding[] {
  return value === "" ? [] : checkEmployeeId(value);
}

export function checkName(value: string): Finding[] {
  if (value === "") return required();
  const found = [...checkLength(value), ...findControls(value), ...findInvisible(value)];
  if (value.startsWith("=")) found.push(finding("FORMULA", "A name does not start with an equals sign."));
  if (/[<>]/.test(value)) found.push(finding("MARKUP", "A name holds no angle brackets."));
  return found;
}

export function checkPreferredName(value: string): Finding[] {
  return value === "" ? [] : checkName(value);
}

export function checkText(value: string): Finding[] {
  return value === "" ? required() : [...checkLength(value), ...findControls(value)];
}

export function checkEmail(value: string): Finding[] {
  if (value === "" || (value.length <= 254 && emailAddress.test(value))) return [];
  return [finding("EMAIL", "An e-mail address looks like name@example.com and has at most 254 characters.")];
}

export function checkCountry(value: string): Finding[] {
  if (value === "") return required();
  if (countryCodes.has(value)) return [];
  const capitals = countryCodes.has(value.toUpperCase()) ? ` Write it in capitals: ${value.toUpperCase()}.` : "";
  return [finding("COUNTRY", `A country is one of the two-letter codes of ISO 3166-1, such as DE.${capitals}`)];
}

export function checkDay(value: string): Finding[] {
  return value === "" || isDay(value)
    ? []
    : [finding("DATE", "A date is a day of the calendar in the form YYYY-MM-DD.")];
}

export function checkHireDate(value: string, lastYear: number): Finding[] {
  const wrong = checkDay(value);
  if (value === "" || wrong.length > 0) return wrong;
  const year = Number(value.slice(0, 4));
  if (year >= 1950 && year <= lastYear) return [];
  return [finding("DATE_RANGE", `A hire date lies in the years 1950 to ${lastYear}.`)];
}

/** The value is one of a few words. */
export function oneOf(reason: Finding["reason"], allowed: readonly string[]): (value: string) => Finding[] {
  return (value) =>
    allowed.includes(value) ? [] : [finding(reason, `The value must be one of: ${allowed.join(", ")}.`)];
}

export function checkLanguage(value: string): Finding[] {
  if (value === "") return required();
  return canonicalLanguage(value) ? [] : [finding("LANGUAGE", "A language is a BCP 47 tag, such as en or pt-BR.")];
}

export function checkTimeZone(value: string): Finding[] {
  if (value === "") return required();
  return isTimeZone(value)
    ? []
    : [finding("TIME_ZONE", "A time zone is a name of the IANA list, such as America/New_York.")];
}

function required(): Finding[] {
  return [finding("REQUIRED", "A value is required here.")];
}

function checkLength(value: string): Finding[] {
  // Characters as a reader counts them: one outside the basic plane is two units of a string.
  const tooLong = value.length > maximumLength && [...value].length > maximumLength;
  return tooLong ? [finding("TOO_LONG", `A value has at most ${maximumLength} characters.`)] : [];
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
const languages = new Map<string, string | null>();

/** The tag in its canonical letter case; null when it is not well-formed or its language is not registered. */
export function canonicalLanguage(tag: string): string | null {
  return remember(languages, tag, () => {
    try {
      const locale = new Intl.Locale(tag);
      return languageNames.of(locale.language) ? locale.toString() : null;
    } catch {
      return null;
    }
  });
}

const timeZones = new Map<string, boolean>();

function isTimeZone(name: string): boolean {
  return remember(timeZones, name, () => {
    // Intl also takes offsets such as +05:30, which know no summer time.
    if (!/^[A-Za-z]/.test(name)) return false;
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return true;
    } catch {
      return false;
    }
  });
}

/** A file names few languages and zones many times; a hostile one may name many, so the memory has an end. */
function remember<T>(known: Map<string, T>, key: string, answer: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = answer();
  if (known.size < 2000) known.set(key, value);
  return value;
}
