import { z } from "zod";
import { reasonClause } from "#app/features/claims/reasons.ts";
import { engagements } from "#app/features/claims/who-leads.ts";

// The shapes of the API's answers. What has an id stands under it in the OpenAPI file.

const instant = z.iso.datetime().meta({ example: "2026-03-01T09:00:00.000Z" });
const outcome = z.enum(["allow", "allow_in_grace", "allow_by_override", "deny"]).meta({ id: "Outcome" });
const reasonCodes = Object.keys(reasonClause) as [keyof typeof reasonClause, ...(keyof typeof reasonClause)[]];
const reasonCode = z.enum(reasonCodes).meta({ id: "ReasonCode" });

const reason = z
  .object({
    code: reasonCode,
    clause: z.string().nullable().describe("The clause of the rules that it rests on."),
    link: z.url().nullable().describe("Where a person reads the clause."),
  })
  .meta({ id: "Reason" });

export const claimRight = z
  .object({
    decisionId: z.string().describe("Names this decision; keep it with the deal."),
    employeeId: z.string(),
    allowed: z.boolean().describe("False only when the outcome is `deny`."),
    outcome,
    reasons: z.array(reason).min(1).describe("The deciding one first."),
    asOf: instant.describe("The instant that the answer is about."),
    validUntil: instant.nullable().describe("Until when the answer stays true without new facts; null means for ever."),
    edition: z
      .object({ id: z.string(), title: z.string(), releaseId: z.string().describe("The hash of what was published.") })
      .nullable()
      .describe("The rules in force for the person, or those on trial."),
    effectiveAt: instant.nullable().describe("Since when these rules have been in force for the person."),
    graceEndsAt: instant.nullable(),
    certifiedUntil: instant.nullable(),
    overrideUntil: instant.nullable(),
    shadow: z
      .object({ outcome, reasons: z.array(reasonCode), editionId: z.string() })
      .nullable()
      .describe("What rules on trial would answer; they change nothing."),
    upcoming: z
      .object({ editionId: z.string(), effectiveAt: instant })
      .nullable()
      .describe("The next rules to come into force."),
    missingSteps: z
      .array(z.object({ title: z.string(), minutes: z.number(), link: z.url() }))
      .describe("The shortest way to a certification."),
    minutesLeft: z.number(),
    earliestPossibleAt: instant.nullable().describe("When the person could be certified at the earliest."),
    whoCanUnblock: z.array(z.object({ role: z.enum(["manager", "program_office"]), name: z.string().optional() })),
  })
  .meta({ id: "ClaimRight" });

export const claimRights = z.object({ results: z.array(claimRight) }).meta({ id: "ClaimRights" });

export const dealClaim = z
  .object({
    id: z.string(),
    employeeId: z.string().nullable(),
    dealReference: z.string(),
    customerName: z.string(),
    customerCountry: z.string(),
    engagement: z.enum(engagements),
    role: z.enum(["lead", "support"]),
    partnerFirm: z.string().nullable(),
    partnerRole: z.string().nullable(),
    relationshipOwner: z.enum(["direct", "partner"]).nullable(),
    claimedAt: instant,
    channel: z.enum(["web", "api"]),
    decision: z.object({
      decisionId: z.string(),
      outcome,
      reasons: z.array(reasonCode),
      asOf: instant,
      editionId: z.string().nullable(),
      releaseId: z.string().nullable(),
    }),
  })
  .meta({ id: "DealClaim" });

const problemMembers = {
  type: z.url().describe("Ends in a code that never changes."),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  requestId: z.string().describe("The answer's X-Request-Id; stands in the server's log."),
};

export const problem = z
  .object({
    ...problemMembers,
    errors: z
      .array(z.object({ in: z.enum(["path", "query", "header", "body"]), pointer: z.string(), detail: z.string() }))
      .optional(),
    scope: z.string().optional().describe("The scope that the key would need."),
  })
  .meta({ id: "Problem" });

export const claimRefusal = z
  .object({
    ...problemMembers,
    refusalId: z.string().nullable().describe("Under which the refusal is kept; null when nobody has the employee id."),
    reason: reason.describe("Why this claim was refused; the gate itself may have allowed it."),
    ownClaimId: z.string().nullable().describe("The person's own claim on this deal, if there is one already."),
    decision: claimRight,
  })
  .meta({ id: "ClaimRefusal" });
