import type { FeedShape, FeedValues, ShapedRow } from "../people/feed-shape.ts";
import { checkCountry, checkDay, checkEmployeeId, checkName, oneOf } from "../people/field-rules.ts";
import { type Finding, finding } from "../people/refusal.ts";
import { firmTiers } from "./firm-tiers.ts";
import { normaliseDomain } from "./normalise-domain.ts";
import { isPublicDomain } from "./public-domains.ts";

export const firmColumns = ["external_id", "name", "country", "tier", "domains", "closed_on"] as const;
export type FirmColumn = (typeof firmColumns)[number];
export type FirmValues = FeedValues<FirmColumn>;
export type FirmRow = ShapedRow<FirmColumn>;

/** A firm as a file or a form tells of it. */
export const firmFeed: FeedShape<FirmColumn> = {
  name: "list of firms",
  holds: "firms",
  columns: firmColumns,
  id: { column: "external_id", name: "external id" },
  rules: {
    external_id: checkEmployeeId,
    name: checkName,
    country: checkCountry,
    tier: oneOf("TIER", firmTiers),
    domains: checkDomains,
    closed_on: checkDay,
  },
  checkTogether: () => [],
};

/** The domains of a value, separated by semicolons, commas or spaces, each once. */
export function domainsOf({ domains }: Pick<FirmValues, "domains">): string[] {
  return [...new Set(separated(domains).flatMap((domain) => normaliseDomain(domain) ?? []))].sort();
}

function separated(value: string): string[] {
  return value.split(/[;,\s]+/).filter(Boolean);
}

function checkDomains(value: string): Finding[] {
  return separated(value).flatMap((given) => {
    const domain = normaliseDomain(given);
    if (domain === null) return [finding("DOMAIN", `A mail domain looks like example.com; this is none: ${given}.`)];
    if (!isPublicDomain(domain)) return [];
    return [finding("PUBLIC_DOMAIN", `Anybody can have an address at ${domain}, so it cannot stand for a firm.`)];
  });
}
