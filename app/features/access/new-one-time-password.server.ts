import { randomInt } from "node:crypto";

/** Small letters and digits that nobody mistakes for one another. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 4;
const groupLength = 5;

/** A password to be read out or sent once: 20 characters in groups, 99 bits. */
export function newOneTimePassword(): string {
  const group = () => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}
