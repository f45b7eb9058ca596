type Seek = { wanted: number; furthest: number; firstView: boolean };

/** Where a seek goes: on the first view no further than the furthest point, afterwards anywhere. */
export function seekLimit({ wanted, furthest, firstView }: Seek): number {
  return firstView ? Math.min(wanted, furthest) : wanted;
}
