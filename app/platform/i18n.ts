import i18next, { type i18n, type Resource, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { catalogues } from "../locales/catalogues.ts";
import { pseudo } from "../locales/pseudo.ts";

/** Languages that have a catalogue. `en-XA` is English made strange, to show what is not in a catalogue. */
const locales = ["en", "en-XA"] as const;
export type Locale = (typeof locales)[number];

/** Of a namespace and language; the oldest is forgotten first, because names and figures are in them. */
const mostTexts = 5_000;
const instances = new Map<Locale, i18n>();

/** The interface in one language; built once a process and language. */
export function interfaceIn(locale: Locale): i18n {
  const known = instances.get(locale);
  if (known) return known;
  const instance = i18next.createInstance();
  const resources: Resource = { [locale]: locale === "en-XA" ? pseudo(catalogues) : catalogues };
  instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources,
    ns: Object.keys(catalogues),
    defaultNS: "common",
    initImmediate: false,
    interpolation: { escapeValue: false },
    // A missing text is a defect: the key shows on the page, and the tests look for it.
    returnNull: false,
  });
  rememberTexts(instance);
  instances.set(locale, instance);
  return instance;
}

/** Catalogues never change while we run: a text is looked up and filled once, and not for every row of every page. */
function rememberTexts(instance: i18n): void {
  const makeFixed = instance.getFixedT.bind(instance) as (...given: unknown[]) => TFunction;
  const made = new Map<string, TFunction>();
  const getFixed = (...given: unknown[]) => {
    const key = JSON.stringify(given);
    const known = made.get(key) ?? remembering(makeFixed(...given));
    made.set(key, known);
    return known;
  };
  instance.getFixedT = getFixed as i18n["getFixedT"];
  instance.t = remembering(instance.t);
}

function remembering(translate: TFunction): TFunction {
  const texts = new Map<string, unknown>();
  const look = translate as unknown as (...given: unknown[]) => unknown;
  const remembered = (...given: unknown[]) => {
    const [key, values] = given;
    const name = typeof key === "string" && given.length <= 2 ? nameOf(key, values) : null;
    if (name === null) return look(...given);
    const known = texts.get(name);
    if (known !== undefined) return known;
    const text = look(...given);
    if (texts.size >= mostTexts) texts.delete(texts.keys().next().value ?? "");
    texts.set(name, text);
    return text;
  };
  return Object.assign(remembered, translate) as unknown as TFunction;
}

/** One for a text and its values; null for others than numbers and texts, of which what is made is not the same each time. */
function nameOf(key: string, values: unknown): string | null {
  if (values === undefined) return key;
  if (typeof values !== "object" || values === null) return null;
  let name = key;
  for (const [member, value] of Object.entries(values)) {
    if (typeof value !== "string" && typeof value !== "number") return null;
    // The length tells where a value ends, and the type 1 from "1", which may be worded differently.
    name += ` ${member} ${typeof value} ${String(value).length} ${value}`;
  }
  return name;
}

/** The best language we have for what a person or a browser prefers, most wanted first. */
export function localeFor(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    if ((locales as readonly string[]).includes(tag)) return tag as Locale;
    const base = tag.split("-")[0] ?? "";
    if ((locales as readonly string[]).includes(base)) return base as Locale;
  }
  return "en";
}

/** How dates are written: the language of the page with the habits of the country, as in `en-US` and `en-IN`. */
export function formatLocale(locale: Locale, country: string): string {
  const tag = `${locale.split("-")[0]}-${country}`;
  const known = dateLocales.get(tag) ?? (Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : "en-GB");
  dateLocales.set(tag, known);
  return known;
}

/** Of a language and country, of which there are some hundreds: asking for one again takes as long as a statement. */
const dateLocales = new Map<string, string>();
