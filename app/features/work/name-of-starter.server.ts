import { eq } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";

/** Who is written down as having done what background work did. */
export async function nameOfStarter(handle: Handle, personId: string | null): Promise<string> {
  const [person] = personId === null ? [] : await handle.select().from(people).where(eq(people.id, personId));
  return person ? `${fullName(person)} (${person.id})` : "background work";
}
