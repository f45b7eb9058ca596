import { foldName } from "./fold-name.ts";

type Name = { givenName: string; familyName: string; preferredName: string | null };

/** Written without a space, the family name first. */
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;

/** By what somebody is sorted, and in what parts of the name are looked for. */
export function nameKeys({ givenName, familyName, preferredName }: Name) {
  const given = preferredName || givenName;
  const whole = `${given} ${givenName} ${familyName}`;
  const search = unspaced.test(whole) ? `${whole} ${familyName}${given} ${familyName}${givenName}` : whole;
  return { sortKey: foldName(`${familyName} ${given}`), searchKey: foldName(search) };
}
