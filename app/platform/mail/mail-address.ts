export type MailAddress = { name: string; address: string };

const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** One address and nothing that a mail server could read as a second one, a name or a command. */
const single = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;
const longest = 254;

/** On one line: what stands in a header may hold no line break, or it would begin a header of its own. */
export function oneLine(text: string): string {
  return text.replace(controls, " ").replace(/ {2,}/g, " ").trim();
}

/** The address as it can be written to, letters composed; null for what is not exactly one address. */
export function usableAddress(address: string): string | null {
  const trimmed = address.trim().normalize("NFC");
  return trimmed.length <= longest && single.test(trimmed) ? trimmed : null;
}

/** `Name <address>` or a bare address; null for anything else. */
export function parseSender(text: string): MailAddress | null {
  const named = /^([^<>]*)<([^<>]+)>$/.exec(text.trim());
  const address = usableAddress(named?.[2] ?? text);
  const name = (named?.[1] ?? "").trim().replace(/^"(.*)"$/, "$1");
  return address === null || name !== oneLine(name) ? null : { name, address };
}
