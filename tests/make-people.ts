import { type Database, people, personVersions } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";

type NewPerson = typeof people.$inferInsert;

let made = 0;

/** A person with plain defaults; name only what the test is about. Writes the person and the first version. */
export async function makePerson(db: Database, given: Partial<NewPerson> = {}): Promise<typeof people.$inferSelect> {
  made += 1;
  const id = newId();
  const person = {
    id,
    kind: "rep" as const,
    employeeId: `9${String(made).padStart(7, "0")}`,
    externalId: null,
    givenName: "Ada",
    familyName: `Tester ${made}`,
    preferredName: null,
    email: `tester${made}@reps.example.com`,
    emailKey: `tester${made}@reps.example.com`,
    country: "US",
    region: "AMERICAS",
    location: "New York",
    jobTitle: "Account Executive",
    department: "Enterprise",
    managerEmployeeId: null,
    firmId: null,
    hiredOn: "2005-03-01",
    leftAt: null,
    onLeave: false,
    language: "en",
    timeZone: "America/New_York",
    workerType: "employee" as const,
    createdAt: 0,
    updatedAt: 0,
    ...given,
  };
  await db.write(async (tx) => {
    await tx.insert(people).values(person);
    await tx.insert(personVersions).values({
      id: newId(),
      personId: id,
      validFrom: 0,
      recordedAt: 0,
      importId: null,
      kind: person.kind,
      country: person.country,
      managerEmployeeId: person.managerEmployeeId,
      leftAt: person.leftAt,
      onLeave: person.onLeave,
      timeZone: person.timeZone,
    });
  });
  return person;
}
