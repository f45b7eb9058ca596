const label = "(?!-)[a-z0-9-]{1,63}(?<!-)";
const domainName = new RegExp(`^(?:${label}\\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})$`);

/** A domain as DNS has it: lower case, letters beyond ASCII as Punycode (UTS 46). Null for what is none. */
export function normaliseDomain(text: string): string | null {
  const given = text.trim().replace(/\.$/, "");
  if (given === "" || given.length > 253 || /[\s/:@?#%\\[\]]/.test(given)) return null;
  try {
    // What a browser makes of a host: no other part of the platform knows the rules of international names.
    const { hostname } = new URL(`http://${given}`);
    return hostname.length <= 253 && domainName.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
