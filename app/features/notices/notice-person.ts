/** What the rules must know of a person at an instant. Instants in milliseconds. */
export type NoticePerson = {
  id: string;
  employeeId: string;
  managerEmployeeId: string | null;
  name: string;
  country: string;
  language: string;
  timeZone: string;
  /** A rep who is employed: nobody else has a right to lose. */
  counted: boolean;
  onLeave: boolean;
  /** Employed, not on leave, and with an address: somebody to whom mail may go. */
  reachable: boolean;
  /** When the right to claim ends unless something is done, or ended for want of training; null when nothing is due. */
  dueAt: number | null;
  /** Since when the person is known to be employed. */
  knownFrom: number | null;
};

/** When an end began to count for a person: who joined later counts from the day of joining. */
export function overdueSince({ dueAt, knownFrom }: Pick<NoticePerson, "dueAt" | "knownFrom">): number | null {
  return dueAt === null ? null : Math.max(dueAt, knownFrom ?? dueAt);
}
