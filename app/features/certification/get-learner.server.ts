import { eq } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

export type Learner = typeof people.$inferSelect;

/** The person who learns, as HR knows them now. Throws not-found. */
export async function getLearner(handle: Handle, personId: string): Promise<Learner> {
  const [person] = await handle.select().from(people).where(eq(people.id, personId));
  if (!person)
    throw new AppError("not-found", "This person is not known here. Ask the program office to check the list.");
  return person;
}
