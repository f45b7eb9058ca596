/** Families of fonts that text is set in; each is an npm package `@fontsource-variable/…`. */
export type FontFamily =
  | "noto-sans"
  | "noto-serif"
  | "noto-naskh-arabic"
  | "noto-sans-armenian"
  | "noto-sans-bengali"
  | "noto-sans-ethiopic"
  | "noto-sans-georgian"
  | "noto-sans-hebrew"
  | "noto-sans-kannada"
  | "noto-sans-khmer"
  | "noto-sans-sinhala"
  | "noto-sans-tamil"
  | "noto-sans-telugu"
  | "noto-sans-thai"
  | HanFamily;
export type HanFamily = "noto-sans-jp" | "noto-sans-kr" | "noto-sans-sc" | "noto-sans-tc";

/** Book face or plain face, for the scripts that have both. */
export type Face = "noto-serif" | "noto-sans";

const byScript: [RegExp, FontFamily][] = [
  [/\p{Script=Arabic}/u, "noto-naskh-arabic"],
  [/\p{Script=Hebrew}/u, "noto-sans-hebrew"],
  [/\p{Script=Thai}/u, "noto-sans-thai"],
  [/\p{Script=Devanagari}/u, "noto-sans"],
  [/\p{Script=Bengali}/u, "noto-sans-bengali"],
  [/\p{Script=Tamil}/u, "noto-sans-tamil"],
  [/\p{Script=Telugu}/u, "noto-sans-telugu"],
  [/\p{Script=Kannada}/u, "noto-sans-kannada"],
  [/\p{Script=Sinhala}/u, "noto-sans-sinhala"],
  [/\p{Script=Khmer}/u, "noto-sans-khmer"],
  [/\p{Script=Armenian}/u, "noto-sans-armenian"],
  [/\p{Script=Georgian}/u, "noto-sans-georgian"],
  [/\p{Script=Ethiopic}/u, "noto-sans-ethiopic"],
  [/\p{Script=Hangul}/u, "noto-sans-kr"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "noto-sans-jp"],
  [/\p{Script=Bopomofo}/u, "noto-sans-tc"],
];
const hanFamilies: HanFamily[] = ["noto-sans-jp", "noto-sans-sc", "noto-sans-tc", "noto-sans-kr"];
const hanByRegion: Record<string, HanFamily> = {
  JP: "noto-sans-jp",
  KR: "noto-sans-kr",
  KP: "noto-sans-kr",
  TW: "noto-sans-tc",
  HK: "noto-sans-tc",
  MO: "noto-sans-tc",
};

/** The families to try for one character as it is read, the best first. */
export function familiesFor(character: string, { face, han }: { face: Face; han: HanFamily }): FontFamily[] {
  const own = byScript.find(([script]) => script.test(character))?.[1];
  const isHan = /\p{Script=Han}/u.test(character);
  // Fonts of ideographs do not place accents on the letters of other scripts.
  const isPlaced = !own && /\p{M}/u.test(character);
  const families: FontFamily[] = [
    ...(own ? [own] : []),
    ...(isHan ? [han] : []),
    face,
    "noto-sans",
    ...(isPlaced ? [] : [han, ...hanFamilies]),
  ];
  return [...new Set(families)];
}

/**
 * The regional face for ideographs, which are drawn differently from region to region: by the writing around them,
 * then by the language (a BCP 47 tag, whose region counts where the language says nothing), and otherwise simplified.
 */
export function hanFamilyFor(text: string, language: string): HanFamily {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "noto-sans-jp";
  if (/\p{Script=Hangul}/u.test(text)) return "noto-sans-kr";
  const locale = localeOf(language);
  if (locale?.language === "ja") return "noto-sans-jp";
  if (locale?.language === "ko") return "noto-sans-kr";
  if (locale?.language === "zh") return locale.script === "Hant" ? "noto-sans-tc" : "noto-sans-sc";
  return hanByRegion[locale?.region ?? ""] ?? "noto-sans-sc";
}

function localeOf(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language).maximize();
  } catch {
    return null;
  }
}
