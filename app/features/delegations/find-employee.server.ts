import { and, eq, ne } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import type { Person } from "../people/find-person.server.ts";
import { isHere } from "../people/is-here.server.ts";

/**
 * The employee whom somebody names exactly, by employee id or e-mail address. Null alike for nobody, for who has left, for
 * partners, and for an address that two people share: no part of a directory can be read from it.
 */
export async function findEmployee(handle: Handle, { who, now }: { who: string; now: number }): Promise<Person | null> {
  const typed = who.trim().normalize("NFC");
  const found = await handle
    .select()
    .from(people)
    .where(
      and(
        ne(people.kind, "partner"),
        isHere(now),
        typed.includes("@") ? eq(people.emailKey, typed.toLowerCase()) : eq(people.employeeId, typed),
      ),
    )
    .limit(2);
  return found.length === 1 ? (found[0] ?? null) : null;
}
