/** The position that a URL names, from 1; 0 for anything else, which no form has. */
export function positionOf(value: string | undefined): number {
  return /^[1-9]\d{0,2}$/.test(value ?? "") ? Number(value) : 0;
}
