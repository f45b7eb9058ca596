import { cleanText } from "../people/clean-text.ts";
import { checkCountry, checkLanguage, checkName, checkTimeZone } from "../people/field-rules.ts";
import type { Finding } from "../people/refusal.ts";

/** What a new person says of themselves. */
export type JoinInput = {
  givenName: string;
  familyName: string;
  country: string;
  timeZone: string;
  language: string;
};

const rules: Record<keyof JoinInput, (value: string) => Finding[]> = {
  givenName: checkName,
  familyName: checkName,
  country: checkCountry,
  timeZone: checkTimeZone,
  language: checkLanguage,
};

export const joinFields = Object.keys(rules) as (keyof JoinInput)[];

/** Reads values by the rules of the feeds: what is wrong comes back as reasons by field. */
export function readJoinInput<Field extends keyof JoinInput>(
  textOf: (field: Field) => string,
  fields: readonly Field[],
): { input: Pick<JoinInput, Field> } | { problems: Partial<Record<Field, Finding["reason"]>> } {
  const input = {} as Pick<JoinInput, Field>;
  const problems: Partial<Record<Field, Finding["reason"]>> = {};
  for (const field of fields) {
    const value = cleanText(textOf(field));
    input[field] = value as JoinInput[Field];
    const [found] = rules[field](value);
    if (found) problems[field] = found.reason;
  }
  return Object.keys(problems).length > 0 ? { problems } : { input };
}
