import { and, eq, or } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { foldEmail } from "../people/fold-email.ts";
import { isHere } from "../people/is-here.server.ts";

/**
 * The one person whom a sign-in name means, whether or not they have an account yet. Throws `not-found` for nobody and
 * for someone who has left, and `conflict` for an e-mail address that several people share.
 */
export async function getPersonByLogin(
  handle: Handle,
  { login, now }: { login: string; now: number },
): Promise<typeof people.$inferSelect> {
  const name = login.trim().normalize("NFC");
  const found = await handle
    .select()
    .from(people)
    .where(
      and(
        isHere(now),
        name.includes("@")
          ? eq(people.emailKey, foldEmail(name))
          : or(eq(people.employeeId, name), eq(people.externalId, name)),
      ),
    )
    .limit(2);
  const [person] = found;
  if (!person) {
    throw new AppError(
      "not-found",
      `Nobody who is here now has the employee id, external id or e-mail address ${name}.`,
    );
  }
  if (found.length > 1)
    throw new AppError("conflict", `Several people share ${name}. Name the person by employee id or external id.`);
  return person;
}
