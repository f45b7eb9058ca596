import { z } from "zod";
import { countryCodes } from "../people/country-codes.ts";
import { optionalLine, optionalText, plainLine } from "./plain-text.ts";
import { engagements, type NamedField, whoLeads } from "./who-leads.ts";

const mustName: Record<NamedField, string> = {
  partnerFirm: "Name the partner firm.",
  partnerRole: "Write down the role that the partner keeps in this deal.",
  relationshipOwner: "Say who owns the customer relationship.",
};

/**
 * What a person says of the deal that they claim. A reference is made of ASCII letters only, so that no look-alike
 * letter gets past the ring-fence; full-width forms are folded.
 */
export const dealClaimInput = z
  .object(
    {
      dealReference: z
        .string({ error: "Give the reference of the deal." })
        .normalize("NFKC")
        .trim()
        .min(1, { error: "Give the reference of the deal." })
        .max(64, { error: "A deal reference has at most 64 characters." })
        .regex(/^[A-Za-z0-9._/-]*$/, { error: "Use only the letters A to Z, digits and . _ / - in a deal reference." }),
      customerName: plainLine(200, {
        missing: "Give the name of the customer.",
        tooLong: "The name of a customer has at most 200 characters.",
      }),
      customerCountry: z
        .string({ error: "Choose the country of the customer." })
        .trim()
        .toUpperCase()
        .refine((code) => countryCodes.has(code), {
          error: "Choose the country of the customer, as two letters such as DE.",
        }),
      engagement: z.enum(engagements, { error: "Choose how this deal came about." }),
      role: z.enum(["lead", "support"], { error: "Say whether you lead this deal or support it." }),
      partnerFirm: optionalLine(200, { tooLong: "The name of a firm has at most 200 characters." }),
      partnerRole: optionalText(500, { tooLong: "The partner's role has at most 500 characters." }),
      relationshipOwner: z
        .enum(["direct", "partner", "unclear", ""], { error: mustName.relationshipOwner })
        .nullable()
        .transform((owner) => owner || undefined)
        .optional(),
    },
    { error: "Describe the deal." },
  )
  .superRefine((claim, context) => {
    for (const field of whoLeads(claim).mustName) {
      if (!claim[field]) context.addIssue({ code: "custom", path: [field], message: mustName[field] });
    }
  });

export type DealClaimInput = z.output<typeof dealClaimInput>;
