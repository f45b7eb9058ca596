import { sql } from "drizzle-orm";
import { count, day, flag, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type {
  AttemptForm,
  AttemptResult,
  EvidenceBody,
  ImportTotals,
  ReleaseSummary,
  StoredAnswer,
} from "./json-shapes.ts";
import { firms } from "./schema-firms.ts";

// ---- people -------------------------------------------------------------------------------------------------------

/** The current state of each person as the HR feed gives it. History is in `personVersions`. */
export const people = table(
  "people",
  {
    id: id().primaryKey(),
    kind: text().$type<"rep" | "partner" | "staff">().notNull(),
    employeeId: text(),
    externalId: text(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    preferredName: text(),
    email: text(),
    /** Folded e-mail for sign-in; two people may share one, so it is no key. */
    emailKey: text(),
    country: text().notNull(),
    region: text().notNull(),
    location: text().notNull(),
    jobTitle: text().notNull(),
    department: text().notNull(),
    /** As HR gives it. Joined on `employeeId`, so a manager who arrives later needs no repair. */
    managerEmployeeId: text(),
    /** The firm a partner belongs to. */
    firmId: text().references(() => firms.id),
    hiredOn: day(),
    /** The instant from which the person is no longer employed. */
    leftAt: moment(),
    onLeave: flag().notNull(),
    language: text().notNull(),
    timeZone: text().notNull(),
    workerType: text().$type<"employee" | "contractor">().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("people_employee_id").on(t.employeeId),
    uniqueIndex("people_external_id").on(t.externalId),
    index("people_email_key").on(t.emailKey),
    index("people_manager").on(t.managerEmployeeId),
    index("people_firm").on(t.firmId).where(sql`firm_id is not null`),
  ],
);

/** Append-only: what was known of a person from an instant on, so that the gate can answer for the past. */
export const personVersions = table(
  "person_versions",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    validFrom: moment().notNull(),
    recordedAt: moment().notNull(),
    importId: text().references(() => imports.id),
    kind: text().$type<"rep" | "partner" | "staff">().notNull(),
    country: text().notNull(),
    managerEmployeeId: text(),
    leftAt: moment(),
    onLeave: flag().notNull(),
    timeZone: text().notNull(),
  },
  (t) => [index("person_versions_person").on(t.personId, t.validFrom)],
);

export const imports = table("imports", {
  id: id().primaryKey(),
  fileName: text().notNull(),
  fileHash: text().notNull(),
  appliedAt: moment().notNull(),
  appliedBy: text().notNull(),
  totals: json<ImportTotals>().notNull(),
});

// ---- accounts -----------------------------------------------------------------------------------------------------

export const accounts = table("accounts", {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  passwordHash: text().notNull(),
  /** Set when somebody else chose the password; the person must change it at the next sign-in. */
  mustChange: flag().notNull(),
  changedAt: moment().notNull(),
});

export const sessions = table(
  "sessions",
  {
    /** SHA-256 of the token in the cookie: a read of this table opens no session. */
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index("sessions_person").on(t.personId)],
);

export const roleGrants = table(
  "role_grants",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    role: text().$type<"program_office" | "auditor" | "firm_coordinator">().notNull(),
    grantedAt: moment().notNull(),
    grantedBy: text().notNull(),
    revokedAt: moment(),
  },
  (t) => [uniqueIndex("role_grants_open").on(t.personId, t.role).where(sql`revoked_at is null`)],
);

export const throttles = table("throttles", {
  key: text().primaryKey(),
  points: count().notNull(),
  expiresAt: moment().notNull(),
});

export const apiKeys = table(
  "api_keys",
  {
    id: id().primaryKey(),
    name: text().notNull(),
    /** The first characters of the key, to recognise it by. */
    prefix: text().notNull(),
    keyHash: text().notNull(),
    scopes: json<string[]>().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
    revokedAt: moment(),
  },
  (t) => [
    uniqueIndex("api_keys_hash").on(t.keyHash),
    uniqueIndex("api_keys_name").on(t.name).where(sql`revoked_at is null`),
  ],
);

// ---- programs and releases ----------------------------------------------------------------------------------------

/** Immutable. `id` is the hash of what was compiled. */
export const releases = table(
  "releases",
  {
    id: text().primaryKey(),
    programId: text().notNull(),
    editionId: text().notNull(),
    publishedAt: moment().notNull(),
    publishedBy: text().notNull(),
    summary: json<ReleaseSummary>().notNull(),
  },
  (t) => [index("releases_edition").on(t.programId, t.editionId, t.publishedAt)],
);

/** Immutable. One module, scenario or item of a release; `body` is validated by its kind when read. */
export const releaseParts = table(
  "release_parts",
  {
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    kind: text().$type<"module" | "scenario" | "item" | "story" | "partner_item" | "replay">().notNull(),
    partId: text().notNull(),
    position: count().notNull(),
    body: json<unknown>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.kind, t.partId] })],
);

export const waves = table(
  "waves",
  {
    id: id().primaryKey(),
    programId: text().notNull(),
    editionId: text().notNull(),
    /** ISO country codes; null means every country. */
    countries: json<string[]>(),
    kinds: json<("rep" | "partner" | "staff")[]>().notNull(),
    effectiveAt: moment().notNull(),
    graceDays: count().notNull(),
    mode: text().$type<"shadow" | "enforce">().notNull(),
    createdAt: moment().notNull(),
    createdBy: text().notNull(),
    withdrawnAt: moment(),
  },
  (t) => [index("waves_effective").on(t.effectiveAt)],
);

// ---- learning -----------------------------------------------------------------------------------------------------

export const registrations = table(
  "registrations",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    programId: text().notNull(),
    editionId: text().notNull(),
    /** 1 for the first time through an edition; a renewal is the next number. */
    cycle: count().notNull(),
    path: text().$type<"initial" | "renewal" | "delta">().notNull(),
    openedAt: moment().notNull(),
  },
  (t) => [uniqueIndex("registrations_cycle").on(t.personId, t.editionId, t.cycle)],
);

/** Append-only. Each person's records form a hash chain by `seq`. */
export const evidence = table(
  "evidence",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    seq: count().notNull(),
    kind: text().$type<EvidenceBody["kind"]>().notNull(),
    at: moment().notNull(),
    registrationId: text().references(() => registrations.id),
    releaseId: text().references(() => releases.id),
    /** What it is about: a module, scenario, attempt, certification, hold … */
    subject: text().notNull(),
    body: json<EvidenceBody>().notNull(),
    previousHash: text(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex("evidence_chain").on(t.personId, t.seq),
    index("evidence_registration").on(t.registrationId, t.kind),
    uniqueIndex("evidence_lesson_once").on(t.registrationId, t.subject).where(sql`kind = 'lesson_read'`),
    uniqueIndex("evidence_tested_out_once")
      .on(t.registrationId, t.subject)
      .where(sql`kind in ('lesson_tested_out', 'lesson_check_failed')`),
    uniqueIndex("evidence_voided_once").on(t.subject).where(sql`kind = 'attempt_voided'`),
    uniqueIndex("evidence_booster_once").on(t.subject).where(sql`kind in ('booster_finished', 'booster_skipped')`),
    uniqueIndex("evidence_replay_once")
      .on(t.personId, t.releaseId, t.kind, t.subject)
      .where(sql`kind in ('checkpoint_answered', 'transcript_section_read', 'replay_watched')`),
    uniqueIndex("evidence_partner_check_once").on(t.subject).where(sql`kind = 'partner_check_submitted'`),
    uniqueIndex("evidence_attended_once")
      .on(t.personId, t.kind, t.subject)
      .where(sql`kind in ('partner_attested', 'attended')`),
    uniqueIndex("evidence_certified_once").on(t.registrationId).where(sql`kind = 'certified'`),
  ],
);

export const attempts = table(
  "attempts",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    registrationId: text()
      .notNull()
      .references(() => registrations.id),
    assessmentId: text().notNull(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    /** Counts from 1 within the registration. */
    number: count().notNull(),
    form: json<AttemptForm>().notNull(),
    startedAt: moment().notNull(),
    /** When the server closes the attempt; null where there is no time limit. */
    closesAt: moment(),
    submittedAt: moment(),
    result: json<AttemptResult>(),
  },
  (t) => [
    uniqueIndex("attempts_open").on(t.personId, t.assessmentId).where(sql`submitted_at is null`),
    uniqueIndex("attempts_number").on(t.registrationId, t.number),
    index("attempts_release").on(t.releaseId, t.number),
  ],
);

export const attemptAnswers = table(
  "attempt_answers",
  {
    attemptId: text()
      .notNull()
      .references(() => attempts.id),
    itemId: text().notNull(),
    answer: json<StoredAnswer>().notNull(),
    answeredAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.itemId] })],
);

/** A shortcut to the `certified` evidence, which can rebuild it. */
export const certifications = table(
  "certifications",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    registrationId: text()
      .notNull()
      .references(() => registrations.id),
    programId: text().notNull(),
    editionId: text().notNull(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    /** Public: on the certificate and in its verification link. */
    number: text().notNull(),
    validFrom: moment().notNull(),
    validUntil: moment().notNull(),
  },
  (t) => [
    uniqueIndex("certifications_registration").on(t.registrationId),
    uniqueIndex("certifications_number").on(t.number),
    index("certifications_person").on(t.personId),
  ],
);

/** A shortcut to the `held` and `hold_lifted` evidence. */
export const holds = table(
  "holds",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    caseReference: text().notNull(),
    reason: text().notNull(),
    openedAt: moment().notNull(),
    openedBy: text().notNull(),
    liftedAt: moment(),
    liftedBy: text(),
    liftReason: text(),
  },
  (t) => [index("holds_person").on(t.personId)],
);

/** A shortcut to the `override_granted` and `override_ended` evidence. */
export const overrides = table(
  "overrides",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    validFrom: moment().notNull(),
    validUntil: moment().notNull(),
    approvers: json<[string, string]>().notNull(),
    grantedAt: moment().notNull(),
    endedAt: moment(),
  },
  (t) => [index("overrides_person").on(t.personId)],
);
