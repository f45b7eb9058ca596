import { normaliseAddress } from "../firms/mail-address.ts";
import { cleanText } from "../people/clean-text.ts";
import { checkName } from "../people/field-rules.ts";
import { foldEmail } from "../people/fold-email.ts";

/** Up to a comma, a semicolon or the end of the line, but for what stands in quotation marks. */
const entry = /(?:"[^"\r\n]*"|[^\r\n;,])+/g;

export type Invitee = { address: string; givenName: string; familyName: string };

/**
 * Takes addresses apart as people paste them: one a line or separated by commas and semicolons, plain or as
 * `Ada Lovelace <ada@example.com>`. Each address counts once; what is none comes back as it was typed.
 */
export function parseInvitees(text: string): { invitees: Invitee[]; unreadable: string[] } {
  const invitees = new Map<string, Invitee>();
  const unreadable: string[] = [];
  for (const part of (text.match(entry) ?? []).map(cleanText).filter(Boolean)) {
    const named = /^"?([^"<>]*?)"?\s*<([^<>]+)>$/.exec(part);
    const address = normaliseAddress(named?.[2] ?? part);
    if (address === null) unreadable.push(part.slice(0, 100));
    else if (!invitees.has(foldEmail(address)))
      invitees.set(foldEmail(address), { address, ...nameOf(named?.[1] ?? "") });
  }
  return { invitees: [...invitees.values()], unreadable };
}

/** The last word is the family name; whoever comes in may correct it. */
function nameOf(text: string): { givenName: string; familyName: string } {
  const name = cleanText(text);
  const space = name.lastIndexOf(" ");
  const [givenName, familyName] = space < 0 ? [name, ""] : [name.slice(0, space), name.slice(space + 1)];
  const good = [givenName, familyName].every((part) => part === "" || checkName(part).length === 0);
  return good ? { givenName, familyName } : { givenName: "", familyName: "" };
}
