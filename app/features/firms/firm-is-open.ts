/** Whether new people still get in at an instant; who is in stays in. */
export function isFirmOpen({ closedAt }: { closedAt: number | null }, now: number): boolean {
  return closedAt === null || closedAt > now;
}
