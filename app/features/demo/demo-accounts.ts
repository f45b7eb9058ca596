import { demoCast } from "./demo-cast.ts";

export type DemoAccount = { login: string; name: string; role: string; story: string };

/** Nothing to keep secret: every sign-in page of a demo shows it, and nothing but a demo accepts it. */
export const demoPassword = "cleared-for-demo";

/** People outside the HR feed. */
export const demoStaff = [
  {
    kind: "staff",
    id: "05900001",
    givenName: "Helen",
    familyName: "Marsh",
    login: "helen.marsh@staff.example.com",
    grant: "program_office",
    role: "Program office",
    story: "Publishes the rules and rolls them out by country.",
  },
  {
    kind: "partner",
    id: "DEMO-PARTNER-1",
    givenName: "Lucía",
    familyName: "Ferrante",
    login: "lucia.ferrante@partners.example.com",
    grant: null,
    role: "Partner",
    story: "Works for a partner firm; has watched one replay and begun another.",
  },
  {
    kind: "partner",
    id: "DEMO-PARTNER-2",
    givenName: "Mateusz",
    familyName: "Lind",
    login: "mateusz.lind@partners.example.com",
    grant: null,
    role: "Partner",
    story: "Has watched everything, passed the check at the second time and signed.",
  },
  {
    kind: "partner",
    id: "DEMO-PARTNER-3",
    givenName: "Joaquín",
    familyName: "Beltrán",
    login: "joaquin.beltran@partners.example.com",
    grant: "firm_coordinator",
    role: "Coordinator of a firm",
    story: "Works for the same firm, sees how its people get on and invites others.",
  },
  {
    kind: "staff",
    id: "05900002",
    givenName: "Samuel",
    familyName: "Adeyemi",
    login: "samuel.adeyemi@staff.example.com",
    grant: "auditor",
    role: "Auditor",
    story: "Looks up who stood where on the day of a deal, and on what evidence.",
  },
] as const;

/** Who can sign in to a demo, all with `demoPassword`, in the order in which they are shown. */
export const demoAccounts: readonly DemoAccount[] = [
  ...demoCast.flatMap(({ account, login, givenName, familyName }) =>
    account ? [{ login, name: `${givenName} ${familyName}`, ...account }] : [],
  ),
  ...demoStaff.map(({ login, givenName, familyName, role, story }) => ({
    login,
    name: `${givenName} ${familyName}`,
    role,
    story,
  })),
];

/** Whether an employee id or external id belongs to the demo; no HR feed gives such ids. */
export function isDemoId(id: string): boolean {
  return /^05\d{6}$/.test(id) || id.startsWith("DEMO-");
}
