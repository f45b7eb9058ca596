import { checkEmail } from "../people/field-rules.ts";
import { normaliseDomain } from "./normalise-domain.ts";
import { domainsAbove } from "./public-domains.ts";

/** The domain of an address as DNS has it; null when it has none. */
export function addressDomain(address: string): string | null {
  return normaliseDomain(address.slice(address.lastIndexOf("@") + 1));
}

/** An address as it is stored and written to: trimmed, composed (NFC), its domain as DNS has it. Null for what is none. */
export function normaliseAddress(text: string): string | null {
  const given = text.trim().normalize("NFC");
  const domain = addressDomain(given);
  if (domain === null || !given.includes("@")) return null;
  const address = `${given.slice(0, given.lastIndexOf("@"))}@${domain}`;
  return checkEmail(address).length === 0 ? address : null;
}

/** Whether an address has a tag, as in `ada+training@example.com`: one mailbox has any number of them. */
export function hasTag(address: string): boolean {
  return address.slice(0, address.lastIndexOf("@")).includes("+");
}

/** Whether a domain is one of these or below one. */
export function isWithinDomains(domain: string, domains: readonly string[]): boolean {
  return domainsAbove(domain).some((one) => domains.includes(one));
}
