/**
 * Where each table with a `person_id` is in a person's record: the name of its member, or why it has none. A test holds
 * that no table is missing here.
 */
export const recordCoverage: Record<string, { member: string } | { leftOut: string }> = {
  person_versions: { member: "earlierStates" },
  accounts: { member: "account" },
  sessions: { member: "sessions" },
  role_grants: { member: "roles" },
  registrations: { member: "registrations" },
  evidence: { member: "evidence" },
  attempts: { member: "attempts" },
  certifications: { member: "certifications" },
  holds: { member: "holds" },
  overrides: { member: "overrides" },
  accommodations: { member: "accommodations" },
  deal_claims: { member: "dealClaims" },
  claim_refusals: { member: "claimRefusals" },
  story_plays: { member: "storyPlays" },
  lesson_places: { member: "lessonPlaces" },
  lesson_checks: { member: "lessonChecks" },
  visits: { member: "visits" },
  messages: { member: "messages" },
  notices: { leftOut: "Says with which message a step was told, and to whom; the messages themselves are there." },
  nudges: { leftOut: "Each one that was sent is a message; one that was refused told the person nothing." },
  mail_opt_outs: { member: "mailOptOut" },
  invitations: { member: "invitations" },
  watchings: { member: "watchings" },
  watch_sessions: { member: "watchSessions" },
  partner_checks: { member: "partnerChecks" },
  attendances: { member: "attendances" },
  person_changes: { leftOut: "Says that something else in here has changed, and holds nothing of its own." },
  standing_facts: { leftOut: "A shortcut made from the evidence, certifications, holds and overrides in here." },
};

/** Columns of these tables that are not in the record, and why. */
export const columnsLeftOut: Record<string, string> = {
  "accounts.passwordHash": "A secret that says nothing of the person.",
  "invitations.tokenHash": "Made from the secret of a link.",
  "invitations.addressKey": "The address again, folded.",
  "sessions.id": "Made from the secret of a sign-in.",
  "evidence.body": "Told as `facts`, in texts and without what would tell right answers.",
  "attempts.form": "Names the questions of the bank: with the score it would tell right answers.",
  "lesson_checks.form": "Names the questions of the bank: with the score it would tell right answers.",
  "lesson_checks.answers": "With the score they would tell right answers.",
  "partner_checks.form": "Names the questions of the bank: with the score it would tell right answers.",
  "watch_sessions.log": "How a page reported; what was believed of it is in the watchings.",
  "messages.unsubscribeToken": "A secret: whoever knows it can refuse mail in the person's name.",
  "messages.searchText": "Name, address and subject again, folded.",
  "deal_claims.apiKeyId": "The system that sent the claim, not the person; the channel is there.",
  "deal_claims.dealKey": "The deal reference again, folded.",
};
