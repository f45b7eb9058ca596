import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people, personVersions } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { cleanText } from "./clean-text.ts";
import {
  canonicalLanguage,
  checkCountry,
  checkEmail,
  checkEmployeeId,
  checkLanguage,
  checkName,
  checkTimeZone,
} from "./field-rules.ts";
import type { Person } from "./find-person.server.ts";
import { foldEmail } from "./fold-email.ts";
import type { Finding } from "./refusal.ts";

export type NewPerson = {
  kind: "rep" | "partner" | "staff";
  /** The employee id of reps and staff; the external id of partners. */
  id: string;
  givenName: string;
  familyName: string;
  email: string;
  country: string;
  language: string;
  timeZone: string;
};

const rules: [keyof NewPerson, string, (value: string) => Finding[]][] = [
  ["id", "id", checkEmployeeId],
  ["givenName", "given name", checkName],
  ["familyName", "family name", checkName],
  ["email", "e-mail address", checkEmail],
  ["country", "country", checkCountry],
  ["language", "language", checkLanguage],
  ["timeZone", "time zone", checkTimeZone],
];

/**
 * Adds one person by hand, by the rules of the HR feed: staff and partners do not stand in it. Throws an AppError that
 * names every value that is wrong, or when somebody has the id already.
 */
export async function addPerson({
  db,
  clock,
  person,
}: {
  db: Database;
  clock: Clock;
  person: NewPerson;
}): Promise<Person> {
  const given = { ...person };
  for (const [field] of rules) Object.assign(given, { [field]: cleanText(person[field]) });
  const problems = rules.flatMap(([field, label, check]) =>
    check(given[field]).map(({ explanation }) => `${label} ${JSON.stringify(given[field])}: ${explanation}`),
  );
  if (problems.length > 0) throw new AppError("validation-failed", `Nobody was added.\n  ${problems.join("\n  ")}`);

  const idColumn = given.kind === "partner" ? people.externalId : people.employeeId;
  return db.write(async (tx) => {
    const taken = await tx.select({ id: people.id }).from(people).where(eq(idColumn, given.id)).limit(1);
    if (taken.length > 0) throw alreadyThere(given);
    const at = clock.now();
    const row = { ...rowOf(given), id: newId(), createdAt: at, updatedAt: at };
    const [added] = await tx.insert(people).values(row).onConflictDoNothing({ target: idColumn }).returning();
    if (!added) throw alreadyThere(given);
    const { kind, country, managerEmployeeId, leftAt, onLeave, timeZone } = added;
    const known = { kind, country, managerEmployeeId, leftAt, onLeave, timeZone };
    // Without a date of hiring, the person counts as known from the beginning.
    const about = { id: newId(), personId: added.id, validFrom: 0, recordedAt: at, importId: null };
    await tx.insert(personVersions).values({ ...about, ...known });
    return added;
  });
}

function rowOf({ kind, id, givenName, familyName, email, country, language, timeZone }: NewPerson) {
  return {
    kind,
    employeeId: kind === "partner" ? null : id,
    externalId: kind === "partner" ? id : null,
    givenName,
    familyName,
    preferredName: null,
    email: email || null,
    emailKey: email ? foldEmail(email) : null,
    country,
    region: "",
    location: "",
    jobTitle: "",
    department: "",
    managerEmployeeId: null,
    hiredOn: null,
    leftAt: null,
    onLeave: false,
    language: canonicalLanguage(language) ?? language,
    timeZone,
    workerType: "employee" as const,
  };
}

function alreadyThere({ kind, id }: NewPerson): AppError {
  const name = kind === "partner" ? "external id" : "employee id";
  return new AppError("conflict", `Somebody with the ${name} ${id} is known already. Nobody was added.`);
}
