import { endOfDay } from "../people/start-of-day.ts";
import { domainsOf, type FirmValues } from "./firm-feed.ts";
import type { firmTiers } from "./firm-tiers.ts";

/** What is known of a firm, without what the database adds. Domains are sorted, instants milliseconds. */
export type FirmFields = {
  externalId: string;
  name: string;
  country: string;
  tier: (typeof firmTiers)[number];
  closedAt: number | null;
  domains: string[];
};

export type KnownFirm = FirmFields & { id: string };

/** The firm that values without problems describe. Its last day ends with the day in UTC. */
export function firmOfValues(values: FirmValues): FirmFields {
  return {
    externalId: values.external_id,
    name: values.name,
    country: values.country,
    tier: values.tier as FirmFields["tier"],
    closedAt: values.closed_on === "" ? null : endOfDay(values.closed_on, "UTC"),
    domains: domainsOf(values),
  };
}

/** What of a known firm differs. */
export function firmDifferences(firm: FirmFields, known: FirmFields): (keyof FirmFields)[] {
  const text = (value: FirmFields[keyof FirmFields]) => (Array.isArray(value) ? value.join(" ") : value);
  return (Object.keys(firm) as (keyof FirmFields)[]).filter((field) => text(firm[field]) !== text(known[field]));
}
