import { isFirmOpen } from "../firms/firm-is-open.ts";
import type { KnownFirm } from "../firms/known-firm.ts";
import { addressDomain, isWithinDomains } from "../firms/mail-address.ts";
import type { FeedValues, ShapedRow } from "../people/feed-shape.ts";
import {
  canonicalLanguage,
  checkCountry,
  checkDay,
  checkEmail,
  checkEmployeeId,
  checkLanguage,
  checkName,
  checkPreferredName,
  checkText,
  checkTimeZone,
} from "../people/field-rules.ts";
import { foldEmail } from "../people/fold-email.ts";
import type { PeopleFeed } from "../people/people-feed.ts";
import type { Refusal } from "../people/refusal.ts";
import { endOfDay } from "../people/start-of-day.ts";
import { wholeNumber } from "../people/whole-number.ts";

export const partnerColumns = [
  "external_id",
  "first_name",
  "last_name",
  "preferred_name",
  "email",
  "country",
  "firm_external_id",
  "job_title",
  "language",
  "time_zone",
  "left_on",
] as const;

export type PartnerColumn = (typeof partnerColumns)[number];
export type PartnerRecord = FeedValues<PartnerColumn>;
type Row = ShapedRow<PartnerColumn>;

type Known = {
  firms: readonly KnownFirm[];
  /** Who came in without the feed and has no external id yet: firm id and folded address, joined by a space. */
  unlinked: ReadonlySet<string>;
  now: number;
};

/** What the partner system tells of the people of the firms. */
export function partnerFeed({ firms, unlinked, now }: Known): PeopleFeed<PartnerColumn> {
  const byExternalId = new Map(firms.map((firm) => [firm.externalId, firm]));
  const firmOf = (values: PartnerRecord) => byExternalId.get(values.firm_external_id);
  return {
    name: "partner feed",
    holds: "people",
    columns: partnerColumns,
    id: { column: "external_id", name: "external id" },
    rules: {
      external_id: checkEmployeeId,
      first_name: checkName,
      last_name: checkName,
      preferred_name: checkPreferredName,
      email: checkEmail,
      country: checkCountry,
      firm_external_id: checkEmployeeId,
      job_title: (value) => (value === "" ? [] : checkText(value)),
      language: checkLanguage,
      time_zone: checkTimeZone,
      left_on: checkDay,
    },
    checkTogether: () => [],
    kind: "partner",
    movesTo: "firm",
    saysLeft: (values) => values.left_on !== "",
    emailOf: (values) => values.email,
    leaving: ({ left_on, time_zone }) => (left_on === "" ? null : endOfDay(left_on, time_zone)),
    person: (values, leftAt) => ({
      kind: "partner",
      employeeId: null,
      externalId: values.external_id,
      givenName: values.first_name,
      familyName: values.last_name,
      preferredName: values.preferred_name || null,
      email: values.email || null,
      emailKey: values.email ? foldEmail(values.email) : null,
      country: values.country,
      region: "",
      location: "",
      jobTitle: values.job_title,
      department: "",
      managerEmployeeId: null,
      firmId: firmOf(values)?.id ?? null,
      hiredOn: null,
      leftAt,
      onLeave: false,
      language: canonicalLanguage(values.language) ?? values.language,
      timeZone: values.time_zone,
      workerType: "employee",
    }),
    checkAmong: ({ rows, known }) => {
      const refusals = new Map<Row, Refusal>();
      for (const row of rows) {
        const refusal = refusalOf(row, {
          firm: firmOf(row.values),
          unlinked,
          isKnown: known.has(row.values.external_id),
        });
        if (refusal) refusals.set(row, refusal);
      }
      return { refusals, waiting: [] };
    },
    somebodyElse: {
      fields: ["givenName", "familyName", "emailKey"],
      message: (count) =>
        `Known people with other names and another e-mail address all at once: ${wholeNumber(count)}. Make sure that no external id was given to somebody else.`,
    },
    warn: ({ accepted }) => {
      const staying = accepted.filter((values) => values.left_on === "");
      const strangers = staying.filter((values) => !hasAddressOf(values, firmOf(values))).length;
      const closed = staying.filter((values) => !isFirmOpen(firmOf(values) ?? { closedAt: null }, now)).length;
      return [
        {
          code: "OTHER_DOMAIN",
          count: strangers,
          message: `People whose e-mail address is at no domain of their firm: ${wholeNumber(strangers)}. Make sure that they work for it.`,
          grave: false,
        },
        {
          code: "CLOSED_FIRM",
          count: closed,
          message: `People of a firm that is closed: ${wholeNumber(closed)}. They stay as they are, and nobody new of that firm gets in.`,
          grave: false,
        },
      ];
    },
    names: new Map(firms.map(({ id, name }) => [id, name])),
  };
}

function refusalOf(
  { line, values }: Row,
  { firm, unlinked, isKnown }: { firm: KnownFirm | undefined; unlinked: Known["unlinked"]; isKnown: boolean },
): Refusal | null {
  if (!firm) {
    const explanation = "No firm with this external id is known. Import the firms first.";
    return { line, column: "firm_external_id", value: values.firm_external_id, reason: "UNKNOWN_FIRM", explanation };
  }
  if (isKnown || values.email === "" || !unlinked.has(`${firm.id} ${foldEmail(values.email)}`)) return null;
  // Matched by address they could be somebody else; added, the same person would be there twice.
  const explanation = `Somebody came in to ${firm.name} with this address and has no external id yet. If it is the same person, give them this external id on the page of the firm, then import again.`;
  return { line, column: "email", value: values.email, reason: "UNLINKED_PERSON", explanation };
}

function hasAddressOf({ email }: PartnerRecord, firm: KnownFirm | undefined): boolean {
  if (email === "" || !firm || firm.domains.length === 0) return true;
  const domain = addressDomain(email);
  return domain !== null && isWithinDomains(domain, firm.domains);
}
