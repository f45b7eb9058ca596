import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { certifications, type Database, people } from "#app/platform/db.server.ts";
import { normaliseCertificateNumber } from "../certification/certificate-number.ts";
import { typedNameMatches } from "../certification/typed-name-matches.ts";
import { type CertificateState, verifyCertificate } from "../certification/verify-certificate.server.ts";

type Holder = { givenName: string; preferredName: string | null; familyName: string };

const nobody: Holder = { givenName: "", preferredName: null, familyName: "" };

/**
 * The state of a certificate as anybody may learn it, for one who names its holder too. A name that is not the holder's
 * is answered like a number that nobody has, and both take the same way, so that numbers cannot be matched to people by
 * trying. Without a name it is the number alone that is asked about.
 */
export async function confirmCertificate(given: {
  db: Database;
  clock: Clock;
  number: string;
  name: string;
}): Promise<{ state: CertificateState }> {
  const number = normaliseCertificateNumber(given.number) ?? "";
  const [holder] = await given.db.read
    .select({ givenName: people.givenName, preferredName: people.preferredName, familyName: people.familyName })
    .from(certifications)
    .innerJoin(people, eq(people.id, certifications.personId))
    .where(eq(certifications.number, number))
    .limit(1);
  const { state } = await verifyCertificate(given);
  return { state: isNamed(holder ?? nobody, given.name) ? state : "unknown" };
}

/** By the full name, with the given or the preferred first name, or by the family name alone. */
function isNamed({ givenName, preferredName, familyName }: Holder, name: string): boolean {
  const names = [`${givenName} ${familyName}`, `${preferredName ?? givenName} ${familyName}`, familyName];
  const matching = names.filter((one) => typedNameMatches(name, one)).length;
  return name.trim() === "" || matching > 0;
}
