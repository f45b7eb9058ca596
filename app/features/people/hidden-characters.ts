import { type Finding, finding } from "./refusal.ts";

const control = /\p{Cc}/u;
/** Marks, embeddings, overrides and isolates that change the direction of the text around them. */
const bidiControl = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Format characters that are not bidi controls, and letters that are drawn as nothing. */
const invisible = /[\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u;
const joiningScripts =
  "\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}" +
  "\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}";
/** Persian and Indic spelling needs the joiners between two letters of the same kind of script. */
const neededJoiner = new RegExp(`(?<=[${joiningScripts}])[\\u200c\\u200d](?=[${joiningScripts}])`, "gu");
const printableAscii = /^[\x20-\x7e]*$/;

/** Characters that no reader sees but that break storage or turn the text around. */
export function findControls(value: string): Finding[] {
  if (printableAscii.test(value)) return [];
  const found: Finding[] = [];
  if (control.test(value)) found.push(finding("CONTROL_CHARACTER", "The value holds a control character."));
  if (bidiControl.test(value)) {
    found.push(finding("BIDI_CONTROL", "The value holds a hidden character that changes the direction of text."));
  }
  return found;
}

/** Characters that make two names look the same though they are not. */
export function findInvisible(value: string): Finding[] {
  if (printableAscii.test(value)) return [];
  const rest = value.replace(neededJoiner, "").replace(new RegExp(bidiControl, "g"), "");
  if (!invisible.test(rest)) return [];
  return [
    finding("INVISIBLE_CHARACTER", "The value holds a character that cannot be seen, such as a zero-width space."),
  ];
}
