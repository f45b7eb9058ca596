import i18next, { type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import { catalogues } from "../locales/catalogues.ts";
import { pseudo } from "../locales/pseudo.ts";

/** Languages that have a catalogue. `en-XA` is English made strange, to show what is not in a catalogue. */
const locales = ["en", "en-XA"] as const;
export type Locale = (typeof locales)[number];

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
  instances.set(locale, instance);
  return instance;
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
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : "en-GB";
}
