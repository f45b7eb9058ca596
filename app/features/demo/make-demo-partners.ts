import { seededRandom } from "../assessments/seeded-random.ts";
import type { PartnerRecord } from "../partners/partner-feed.ts";
import { demoCountries } from "./demo-countries.ts";
import { drawBetween, drawOne, drawWeighted } from "./demo-draw.ts";
import { castFirmName, type DemoFirm, latinOf } from "./demo-firms.ts";
import { type Name, namesByCountry } from "./demo-names.ts";

/** Partners who are there by name. */
const cast = [
  { id: "DEMO-PARTNER-1", givenName: "Lucía", familyName: "Ferrante", jobTitle: "Solution Architect" },
  { id: "DEMO-PARTNER-2", givenName: "Mateusz", familyName: "Lind", jobTitle: "Account Manager" },
  { id: "DEMO-PARTNER-3", givenName: "Joaquín", familyName: "Beltrán", jobTitle: "Alliance Manager" },
];

const titles = ["Account Manager", "Alliance Manager", "Presales Engineer", "Service Delivery Manager", "Consultant"];

/** Where the names, language and time zones of a country are those of another one of the demo. */
const likeOf: Record<string, { names: string; language: string; zone: string }> = {
  DK: { names: "DE", language: "da", zone: "Europe/Copenhagen" },
  AR: { names: "MX", language: "es", zone: "America/Argentina/Buenos_Aires" },
  CL: { names: "ES", language: "es", zone: "America/Santiago" },
  PT: { names: "BR", language: "pt", zone: "Europe/Lisbon" },
  BE: { names: "FR", language: "fr", zone: "Europe/Brussels" },
  NL: { names: "DE", language: "nl", zone: "Europe/Amsterdam" },
  CH: { names: "DE", language: "de", zone: "Europe/Zurich" },
  AT: { names: "DE", language: "de", zone: "Europe/Vienna" },
  IE: { names: "GB", language: "en", zone: "Europe/Dublin" },
  IT: { names: "ES", language: "it", zone: "Europe/Rome" },
  SE: { names: "DE", language: "sv", zone: "Europe/Stockholm" },
  HK: { names: "CN", language: "zh", zone: "Asia/Hong_Kong" },
  KE: { names: "ZA", language: "en", zone: "Africa/Nairobi" },
};

/** The demo's partner feed, the same each time: some four hundred people of the firms, the cast among them. */
export function makeDemoPartners(firms: readonly DemoFirm[]): PartnerRecord[] {
  const random = seededRandom("cleared demo partners");
  const taken = new Set<string>();
  let made = 0;
  return firms.flatMap((firm) => {
    const size = Math.floor(drawBetween(firm.people[0], firm.people[1] + 1, random));
    const named = firm.values.name === castFirmName ? cast.map((member) => castRecord(member, firm)) : [];
    for (const { email } of named) taken.add(email);
    const others = Array.from({ length: size - named.length }, () => {
      made += 1;
      return drawPartner(firm, { externalId: `DEMO-P-${String(made).padStart(4, "0")}`, taken, random });
    });
    return [...named, ...others];
  });
}

function castRecord({ id, givenName, familyName, jobTitle }: (typeof cast)[number], firm: DemoFirm): PartnerRecord {
  return {
    ...blank(firm),
    ...{ external_id: id, first_name: givenName, last_name: familyName, job_title: jobTitle },
    email: `${latinOf(givenName)}.${latinOf(familyName)}@${firm.domain}`,
    // As the interface of the demo is.
    language: "en",
    time_zone: "Europe/Madrid",
  };
}

function drawPartner(
  firm: DemoFirm,
  { externalId, taken, random }: { externalId: string; taken: Set<string>; random: () => number },
): PartnerRecord {
  const { country } = firm.values;
  const names = drawWeighted(namesByCountry[likeOf[country]?.names ?? country] ?? [], random);
  const [first, last] = [drawOne(names.given, random), drawOne(names.family, random)];
  const local = `${letters(first)}.${letters(last)}`;
  let email = `${local}@${firm.domain}`;
  for (let n = 2; taken.has(email); n++) email = `${local}${n}@${firm.domain}`;
  taken.add(email);
  const home = demoCountries.find(({ code }) => code === country);
  return {
    ...blank(firm),
    ...{ external_id: externalId, first_name: first.text, last_name: last.text, email },
    job_title: drawOne(titles, random),
    language: likeOf[country]?.language ?? home?.language ?? "en",
    time_zone: likeOf[country]?.zone ?? drawOne(home?.zones ?? ["UTC"], random),
  };
}

function blank({ values }: DemoFirm) {
  return { preferred_name: "", country: values.country, firm_external_id: values.external_id, left_on: "" };
}

function letters({ latin }: Name): string {
  return latinOf(latin).replaceAll(/[^a-z]/g, "");
}
