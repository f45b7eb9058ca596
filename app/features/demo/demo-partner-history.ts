/** The partners of the demo who can sign in, and how far each has come. */
export type DemoPartnerHistory = {
  login: string;
  /** When the first replay was opened, in days before now. */
  daysAgo: number;
  /** Replays watched to their end; of the one after them the first part. */
  replays: number;
  /** Right answers of each check taken; the last one passes, or none is taken. */
  checks: number[];
  signs: boolean;
};

export const demoPartnerHistories: readonly DemoPartnerHistory[] = [
  { login: "lucia.ferrante@partners.example.com", daysAgo: 8, replays: 1, checks: [], signs: false },
  { login: "mateusz.lind@partners.example.com", daysAgo: 24, replays: 9, checks: [5, 7], signs: true },
];
