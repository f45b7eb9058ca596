/** The roles that somebody gives by hand; the others follow from what a person is. */
export const grantedRoles = ["program_office", "auditor", "firm_coordinator"] as const;

export type GrantedRole = (typeof grantedRoles)[number];
