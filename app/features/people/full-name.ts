type Name = { givenName: string; familyName: string; preferredName: string | null };

/** How a person is addressed: the preferred first name, or the given one, and the family name. */
export function fullName({ givenName, familyName, preferredName }: Name): string {
  return `${preferredName || givenName} ${familyName}`;
}
