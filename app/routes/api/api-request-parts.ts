import { z } from "zod";
import { dealClaimInput } from "#app/features/claims/deal-claim-input.ts";

export const employeeId = z
  .string()
  .min(1)
  .max(64)
  .refine((id) => !id.includes("\0"), "An employee id holds no such character.")
  .describe("As the HR feed gives it.");

const instantWords =
  "This must be an instant in ISO 8601 with its offset, such as 2026-03-01T09:00:00Z. In an address, write + as %2B.";

/** Ask as of an instant; without it, now. */
export const at = z.iso
  .datetime({ offset: true, error: instantWords })
  .describe("The instant to answer for, past or future; without it, now.")
  .optional();

const { shape } = dealClaimInput;

/** A deal claim and whose it is. The rules between the fields are those of the form. */
export const dealClaimBody = z
  .strictObject({
    employeeId,
    dealReference: shape.dealReference.describe(
      "The deal's reference in the calling system; claimed once, whatever its case.",
    ),
    customerName: shape.customerName,
    customerCountry: shape.customerCountry.describe("Two letters of ISO 3166-1, such as DE."),
    engagement: shape.engagement.describe("How the deal came about; it decides who leads."),
    role: shape.role.describe("What the person claims: to lead the deal, or to support the partner who does."),
    partnerFirm: shape.partnerFirm.describe("Required where a partner brings the deal or works under a subcontract."),
    partnerRole: shape.partnerRole.describe("Required in a global account when a partner firm is named."),
    relationshipOwner: shape.relationshipOwner.describe("Required in the installed base."),
  })
  .superRefine(({ employeeId: _whose, ...claim }, context) => {
    const named = new Set(context.issues.map((issue) => String(issue.path?.[0])));
    for (const { path, message } of dealClaimInput.safeParse(claim).error?.issues ?? []) {
      if (!named.has(String(path[0]))) context.addIssue({ code: "custom", path, message });
    }
  });
