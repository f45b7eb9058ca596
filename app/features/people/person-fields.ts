/** What is known of a person, without what the database adds. Instants in milliseconds. */
export type PersonFields = {
  kind: "rep" | "partner" | "staff";
  /** Of reps and staff. */
  employeeId: string | null;
  /** Of partners. */
  externalId: string | null;
  givenName: string;
  familyName: string;
  preferredName: string | null;
  email: string | null;
  emailKey: string | null;
  country: string;
  region: string;
  location: string;
  jobTitle: string;
  department: string;
  managerEmployeeId: string | null;
  firmId: string | null;
  hiredOn: string | null;
  leftAt: number | null;
  onLeave: boolean;
  language: string;
  timeZone: string;
  workerType: "employee" | "contractor";
};

/** A person whom the database holds. */
export type KnownPerson = PersonFields & { id: string };

/** A change of one of these is a new version of the person, because the gate answers by them. */
export const versionedFields = ["kind", "country", "managerEmployeeId", "leftAt", "onLeave", "timeZone"] as const;
