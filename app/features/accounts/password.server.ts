import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwordLength = { least: 12, most: 200 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let unknownAccountHash: Promise<string> | undefined;

/** Takes as long for an account that does not exist (`null`) as for one that does. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  unknownAccountHash ??= hashPassword("nobody has this password");
  const matches = await verify(passwordHash ?? (await unknownAccountHash), password.normalize("NFKC"));
  return passwordHash !== null && matches;
}
