/** The roles that somebody gives by hand; the others follow from what a person is. */
export const grantedRoles = ["program_office", "auditor"] as const;

export type GrantedRole = (typeof grantedRoles)[number];
