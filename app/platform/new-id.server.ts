import { uuidv7 } from "uuidv7";

/** A new id that sorts by the time of its making. */
export function newId(): string {
  return uuidv7();
}
