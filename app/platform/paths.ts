/** Every URL of the application, built in one place. */
export const paths = {
  home: () => "/",
  signIn: () => "/sign-in",
  signOut: () => "/sign-out",
  register: () => "/register",
  join: (token: string) => `/join/${encodeURIComponent(token)}`,
  firm: (filter: Record<string, string | null | undefined> = {}) => `/firm${queryOf(filter)}`,
  firmCsv: (filter: Record<string, string | null | undefined>) => `/firm.csv${queryOf(filter)}`,
  officeFirms: (filter: Record<string, string | null | undefined> = {}) => `/program-office/firms${queryOf(filter)}`,
  officeFirm: (firmId: string, filter: Record<string, string | null | undefined> = {}) =>
    `/program-office/firms/${encodeURIComponent(firmId)}${queryOf(filter)}`,
  password: () => "/account/password",
  program: () => "/program",
  lesson: (moduleId: string) => `/program/lessons/${encodeURIComponent(moduleId)}`,
  lessonPlaces: (moduleId: string) => `/program/lessons/${encodeURIComponent(moduleId)}/places`,
  lessonCheck: (moduleId: string) => `/program/lessons/${encodeURIComponent(moduleId)}/check`,
  story: () => "/program/story",
  storyPlay: (playId: string) => `/program/story?play=${encodeURIComponent(playId)}`,
  replays: () => "/replays",
  replayTranscript: (replayId: string) => `/replays/${encodeURIComponent(replayId)}/transcript`,
  replayChapters: (replayId: string) => `/replays/${encodeURIComponent(replayId)}/chapters.vtt`,
  replaySession: (replayId: string) => `/replays/${encodeURIComponent(replayId)}/session`,
  replayCheckpoint: (replayId: string, checkpointId: string) =>
    `/replays/${encodeURIComponent(replayId)}/checkpoints/${encodeURIComponent(checkpointId)}`,
  replayBeats: (replayId: string) => `/replays/${encodeURIComponent(replayId)}/beats`,
  duty: (moduleId: string) => `/duties/${encodeURIComponent(moduleId)}`,
  currentRules: () => "/rules",
  record: () => "/record",
  recordFile: () => "/record.json",
  rules: (editionId: string) => `/rules/${encodeURIComponent(editionId)}`,
  clause: (editionId: string, clauseId: string) => `/rules/${encodeURIComponent(editionId)}#${clauseId}`,
  assessment: () => "/assessment",
  question: (position: number) => `/assessment/questions/${position}`,
  review: () => "/assessment/review",
  result: (attemptId: string) => `/assessment/results/${encodeURIComponent(attemptId)}`,
  lateResult: (attemptId: string) => `/assessment/results/${encodeURIComponent(attemptId)}?late=1`,
  attestation: () => "/attestation",
  /** With the id of a scenario: what followed from the answer to it. */
  booster: (day: number, answered?: string) =>
    `/boosters/${day}${answered ? `?${new URLSearchParams({ answered })}` : ""}`,
  certificate: (number: string) => `/certificates/${encodeURIComponent(number)}`,
  certificatePdf: (number: string) => `/certificates/${encodeURIComponent(number)}.pdf`,
  verifyAny: () => "/verify",
  verify: (number: string) => `/verify/${encodeURIComponent(number)}`,
  replay: (replayId: string) => `/replays/${encodeURIComponent(replayId)}`,
  partnerCheck: () => "/partner/check",
  partnerQuestion: (position: number) => `/partner/check/questions/${position}`,
  partnerReview: () => "/partner/check/review",
  partnerResult: (checkId: string) => `/partner/check/results/${encodeURIComponent(checkId)}`,
  lateCheckResult: (checkId: string) => `/partner/check/results/${encodeURIComponent(checkId)}?late=1`,
  partnerAttestation: () => "/partner/attestation",
  attendance: (number: string) => `/partner/attendance/${encodeURIComponent(number)}`,
  attendancePdf: (number: string) => `/partner/attendance/${encodeURIComponent(number)}.pdf`,
  replayMedia: (replayId: string, file: string) =>
    `/replays/${encodeURIComponent(replayId)}/media/${encodeURIComponent(file)}`,
  signedMedia: (releaseId: string, replayId: string, file: string) =>
    `/media/${[releaseId, replayId, file].map(encodeURIComponent).join("/")}`,
  deals: () => "/deals",
  newDeal: () => "/deals/new",
  deal: (claimId: string) => `/deals/${encodeURIComponent(claimId)}`,
  refusal: (refusalId: string) => `/deals/refusals/${encodeURIComponent(refusalId)}`,
  itemStatistics: (filter: StatisticsFilter = {}) => `/program-office/item-statistics${queryOf(filter)}`,
  itemStatisticsCsv: (filter: StatisticsFilter) => `/program-office/item-statistics.csv${queryOf(filter)}`,
  itemStatisticsItem: (itemId: string, filter: StatisticsFilter) =>
    `/program-office/item-statistics/items/${encodeURIComponent(itemId)}${queryOf(filter)}`,
  rollOut: () => "/program-office/roll-out",
  trust: () => "/trust",
  accountMail: () => "/account/mail",
  unsubscribe: (token: string) => `/mail/unsubscribe/${encodeURIComponent(token)}`,
  messages: (filter: Record<string, string | null | undefined> = {}) => `/program-office/messages${queryOf(filter)}`,
  message: (messageId: string) => `/program-office/messages/${encodeURIComponent(messageId)}`,
  messageHtml: (messageId: string) => `/program-office/messages/${encodeURIComponent(messageId)}/html`,
  mailRefusals: () => "/program-office/mail-refusals",
  demoMailbox: () => "/demo/mailbox",
  demoMail: (messageId: string) => `/demo/mailbox/${encodeURIComponent(messageId)}`,
  demoMailHtml: (messageId: string) => `/demo/mailbox/${encodeURIComponent(messageId)}/html`,
  team: (filter: TeamQuery = {}) => `/team${queryOf(filter)}`,
  teamPeople: (filter: TeamQuery = {}) => `/team/people${queryOf(filter)}`,
  teamPeopleCsv: (filter: TeamQuery = {}) => `/team/people.csv${queryOf(filter)}`,
  teamPeopleXlsx: (filter: TeamQuery = {}) => `/team/people.xlsx${queryOf(filter)}`,
  teamMatrixCsv: (filter: TeamQuery = {}) => `/team/matrix.csv${queryOf(filter)}`,
  teamMatrixXlsx: (filter: TeamQuery = {}) => `/team/matrix.xlsx${queryOf(filter)}`,
  noticePolicy: (query: Record<string, string> = {}) => `/program-office/notices/rules${queryOf(query)}`,
  notices: (query: Record<string, string> = {}) => `/program-office/notices${queryOf(query)}`,
  /** The preview of a nudge to the people with these employee ids. */
  nudge: (employeeIds: readonly string[] = [], place: { for?: string | null } = {}) => {
    const query = [...(place.for ? [["for", place.for]] : []), ...employeeIds.map((id) => ["id", id])];
    return `/team/nudge${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`;
  },
  nudgeAll: (filter: TeamQuery) => `/team/nudge${queryOf({ ...filter, all: "1" })}`,
  nudged: (batchId: string) => `/team/nudge?${new URLSearchParams({ batch: batchId })}`,
  work: () => "/work",
  workItem: (workId: string) => `/work/${encodeURIComponent(workId)}`,
  workFile: (workId: string, fileId: string) =>
    `/work/${encodeURIComponent(workId)}/files/${encodeURIComponent(fileId)}`,
  peopleImport: () => "/program-office/people-import",
  peopleImportFile: () => "/program-office/people-import/file",
  publish: () => "/program-office/publish",
  schedule: () => "/program-office/schedule",
  teamPerson: (employeeId: string, filter: TeamQuery = {}) =>
    `/team/people/${encodeURIComponent(employeeId)}${queryOf(filter)}`,
  delegates: (done?: "named" | "already" | "ended") => `/team/delegates${queryOf({ done })}`,
};

/** Members of the filter of people, and the order and page of a list. */
type TeamQuery = Record<string, string | null | undefined>;
type StatisticsFilter = { release?: string | null; language?: string | null; region?: string | null };

function queryOf(values: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}
