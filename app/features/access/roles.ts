export type Role = "rep" | "partner" | "manager" | "program_office" | "auditor" | "firm_coordinator" | "team_delegate";

/** What may be done, and by whom: the one matrix. A person with several roles may do what any of them may. */
const permissions = {
  /** See the own record, change the own password: everybody who is signed in, with a role or without. */
  "account:own": "everyone",
  /** Read the clauses of an edition. */
  "rules:read": "everyone",
  /** Read lessons, practise, take the assessment, sign, see the own certificate. */
  "learning:own": ["rep"],
  /** Watch replays, read their transcripts, answer their checkpoints. */
  "replays:watch": ["rep", "partner", "manager", "program_office"],
  /** Read what managers read beside the path. */
  "duties:own": ["manager"],
  /** See how the people of the own firm get on, and invite people to it. */
  "firm:read": ["firm_coordinator"],
  /** Add and change firms, name their coordinators, invite people to them. */
  "firms:administer": ["program_office"],
  /** Take the partner's check, sign, see the own certificate of attendance. */
  "attendance:own": ["partner"],
  /** Claim deals and see the own claims. */
  "deals:own": ["rep"],
  /** See how the items of the assessment work, with their keys. Not for auditors: their question is what a person knew. */
  "items:statistics": ["program_office"],
  /** See what mail was sent to whom and why, and decide on what was given up. */
  "messages:manage": ["program_office"],
  /** See and cancel the background work that one has started. */
  "work:own": ["manager", "team_delegate", "program_office", "auditor"],
  /** See and cancel everybody's background work, and when scheduled work ran. */
  "work:everybody": ["program_office"],
  /** Load the HR feed. */
  "people:import": ["program_office"],
  /** Check the content that lies on the server, and publish it. */
  "content:publish": ["program_office"],
  /** Remind people in sight in words of one's own. Auditors look and do not act. */
  "team:nudge": ["manager", "team_delegate", "program_office"],
  /** Turn reminders on and off, see what would be sent, confirm a run that would reach very many. */
  "notices:manage": ["program_office"],
  /** See where people stand: managers their own, who stands in for them the same, the program office and auditors everybody. */
  "team:read": ["manager", "team_delegate", "program_office", "auditor"],
  /** Let somebody see the own team for a time. */
  "team:delegate": ["manager"],
  /** See how far the rules have come, everywhere. */
  "roll-out:read": ["program_office", "auditor"],
  /** See how many of the direct team are certified, in figures that tell of nobody, and confirm one certificate. */
  "trust:read": ["partner", "program_office", "auditor"],
} as const satisfies Record<string, readonly Role[] | "everyone">;

export type Permission = keyof typeof permissions;

export function isAllowed(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] | "everyone" = permissions[permission];
  return allowed === "everyone" || roles.some((role) => allowed.includes(role));
}
