const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const invitationLimits = {
  /** How long the link of an invitation opens, and that of a confirmation somebody asked for. */
  invitedMs: 14 * 24 * hourMs,
  registeredMs: 24 * hourMs,
  /** Addresses at once, and by one person within a day. */
  mostAtOnce: 50,
  byPerson: { most: 300, durationMs: 24 * hourMs },
  /** Between two mails of one invitation, and how many in all. */
  betweenMailsMs: 10 * minuteMs,
  mostMails: 8,
  /** Requests to register: one address, and one network over all addresses. Wide, as a whole office may share one. */
  perAddress: { most: 3, durationMs: hourMs },
  perNetwork: { most: 60, durationMs: hourMs },
};
