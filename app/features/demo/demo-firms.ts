import type { FirmValues } from "../firms/firm-feed.ts";

/** Invented firms by tier: a name and the country it is at home in. Their domains end in the `.example` of RFC 2606. */
const byTier = {
  platinum: `Nordhavn IT:DK, Meridiana Systems:ES, Halvorsen & Brandt:DE, Kestrel Cloud Works:GB, Tidewater Integration:US,
    Lumière Réseaux:FR, Sakura Datatech:JP, Vindhya Infosystems:IN`,
  gold: `Alder & Finch Consulting:US, Blue Mesa Networks:US, Copperline Partners:US, Great Lakes Managed Services:CA,
    Maple Ridge Solutions:CA, Rio Claro Tecnologia:BR, Serra Azul Sistemas:BR, Sierra Norte Servicios:MX,
    Wisła Systemy:PL, Bałtyk Integracja:PL, Atelier du Nuage:FR, Kühn Rechenzentren:DE, Ostsee Systemhaus:DE,
    Thames Valley Networks:GB, Pennine Digital:GB, Straits Compute:SG, Harbour City IT:AU, Long Cloud Services:NZ`,
  silver: `Prairie Data Group:US, Desert Bloom Technology:US, Cascade Field Services:US, Lone Pine IT:US, Baie Bleue Conseil:CA,
    Pampa Digital:AR, Valle Central Redes:CL, Cabo Verde Soluções:PT, Sol y Sombra Informática:ES, Costa Clara Datos:ES,
    Zephyr Informatique:BE, Polder Automatisering:NL, Alpenblick Netzwerke:CH, Donau Dienste:AT, Liffey Systems:IE,
    Adriatica Servizi:IT, Skärgård Data:SE, Pearl River Cloud:CN, Golden Gate Lianyun:CN, Hakone Solutions:JP,
    Deccan Networks:IN, Dune & Date Technologies:AE`,
  registered: `Cornerstone Micro:US, Juniper Street IT:US, Hollow Oak Computing:GB, Petit Matin Informatique:FR,
    Morgenrot Software:DE, Mazurska Sieć:PL, Lion Rock Services:HK, Table Mountain Tech:ZA, Highveld Networks:ZA,
    Rift Valley Systems:KE, Southern Cross Onsite:AU, Kauri Support:NZ`,
} satisfies Record<string, string>;

export type DemoFirm = { values: FirmValues; domain: string; people: [number, number] };

const sizes = { platinum: [12, 18], gold: [7, 11], silver: [3, 6], registered: [1, 3] } as const;

/** The firm of the partners who are there by name. */
export const castFirmName = "Meridiana Systems";

/** The demo's firms, always the same; the last one is no longer a partner from the day given. */
export function makeDemoFirms({ closedOn }: { closedOn: string }): DemoFirm[] {
  const tiers = Object.keys(sizes) as (keyof typeof sizes)[];
  const listed = tiers.flatMap((tier) => byTier[tier].split(",").map((entry) => ({ tier, entry: entry.trim() })));
  return listed.map(({ tier, entry }, index): DemoFirm => {
    const [name = "", country = ""] = entry.split(":");
    const domain = name === castFirmName ? "partners.example.com" : `${slugOf(name)}.example`;
    return {
      domain,
      people: [...sizes[tier]],
      values: {
        ...{ external_id: `DEMO-F-${String(index + 1).padStart(3, "0")}`, name, country, tier, domains: domain },
        closed_on: index === listed.length - 1 ? closedOn : "",
      },
    };
  });
}

function slugOf(name: string): string {
  return latinOf(name).replaceAll(/[^a-z0-9]+/g, "-");
}

/** Small letters without marks, for domains and addresses. */
export function latinOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("&", "and");
}
