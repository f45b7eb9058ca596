export type DemoCountry = {
  code: string;
  region: "AMERICAS" | "EMEA" | "APJ";
  location: string;
  language: string;
  zones: readonly string[];
  /** People of 40,000. */
  people: number;
  /** Which wave reaches it. */
  wave: "first" | "second" | "third";
};

export const demoCountries: readonly DemoCountry[] = [
  {
    code: "US",
    region: "AMERICAS",
    location: "New York",
    language: "en",
    zones: ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
    people: 14_600,
    wave: "first",
  },
  country("FR", "EMEA", "Paris", "fr", ["Europe/Paris"], 3_600),
  country("CN", "APJ", "Shanghai", "zh", ["Asia/Shanghai"], 3_200),
  country("DE", "EMEA", "Berlin", "de", ["Europe/Berlin"], 3_100),
  { ...country("GB", "EMEA", "London", "en", ["Europe/London"], 2_150), wave: "second" },
  country("IN", "APJ", "Kolkata", "en", ["Asia/Kolkata"], 2_050),
  country("JP", "APJ", "Tokyo", "ja", ["Asia/Tokyo"], 1_900),
  country("PL", "EMEA", "Warsaw", "pl", ["Europe/Warsaw"], 1_650),
  country("BR", "AMERICAS", "São Paulo", "pt-BR", ["America/Sao_Paulo"], 1_600),
  { ...country("CA", "AMERICAS", "Toronto", "en", ["America/Toronto", "America/Vancouver"], 1_600), wave: "second" },
  country("MX", "AMERICAS", "Mexico City", "es", ["America/Mexico_City"], 1_400),
  country("SG", "APJ", "Singapore", "en", ["Asia/Singapore"], 1_000),
  country("NZ", "APJ", "Auckland", "en", ["Pacific/Auckland", "Pacific/Chatham"], 700),
  country("ES", "EMEA", "Madrid", "es", ["Europe/Madrid", "Atlantic/Canary"], 550),
  country("AE", "EMEA", "Dubai", "ar", ["Asia/Dubai"], 400),
  country("ZA", "EMEA", "Johannesburg", "en", ["Africa/Johannesburg"], 300),
  country("AU", "APJ", "Sydney", "en", ["Australia/Sydney", "Australia/Adelaide"], 196),
];

function country(
  code: string,
  region: DemoCountry["region"],
  location: string,
  language: string,
  zones: readonly string[],
  people: number,
): DemoCountry {
  return { code, region, location, language, zones, people, wave: "third" };
}
