import { expect, test } from "vitest";
import { engagements, objectToLead, whoLeads } from "./who-leads.ts";

type Deal = Parameters<typeof whoLeads>[0];

test.each<[Deal, ReturnType<typeof whoLeads>]>([
  [{ engagement: "partner_new_business" }, { lead: "partner", clause: "ROE-2.1", mustName: ["partnerFirm"] }],
  [{ engagement: "direct_new_business" }, { lead: "direct", clause: null, mustName: [] }],
  [{ engagement: "global_account" }, { lead: "direct", clause: "ROE-3.1", mustName: [] }],
  [
    { engagement: "global_account", partnerFirm: "Kestrel" },
    { lead: "direct", clause: "ROE-3.1", mustName: ["partnerRole"] },
  ],
  [{ engagement: "installed_base" }, { lead: null, clause: "ROE-4.4", mustName: ["relationshipOwner"] }],
  [
    { engagement: "installed_base", relationshipOwner: "unclear" },
    { lead: null, clause: "ROE-4.4", mustName: ["relationshipOwner"] },
  ],
  [
    { engagement: "installed_base", relationshipOwner: "direct" },
    { lead: "direct", clause: "ROE-4.1", mustName: ["relationshipOwner"] },
  ],
  [
    { engagement: "installed_base", relationshipOwner: "partner" },
    { lead: "partner", clause: "ROE-4.1", mustName: ["relationshipOwner"] },
  ],
  [{ engagement: "subcontracted" }, { lead: "direct", clause: "ROE-5.1", mustName: ["partnerFirm"] }],
])("%o", (deal, expected) => {
  expect(whoLeads(deal)).toEqual(expected);
});

test.each<[Deal, "lead" | "support", string | null]>([
  [{ engagement: "partner_new_business", partnerFirm: "Kestrel" }, "lead", "PARTNER_LEADS ROE-2.1"],
  [{ engagement: "partner_new_business", partnerFirm: "Kestrel" }, "support", null],
  [{ engagement: "installed_base", relationshipOwner: "partner" }, "lead", "PARTNER_LEADS ROE-4.1"],
  [{ engagement: "installed_base", relationshipOwner: "partner" }, "support", null],
  [{ engagement: "installed_base", relationshipOwner: "direct" }, "lead", null],
  [{ engagement: "installed_base", relationshipOwner: "unclear" }, "lead", "OWNER_UNCLEAR ROE-4.4"],
  [{ engagement: "installed_base", relationshipOwner: "unclear" }, "support", "OWNER_UNCLEAR ROE-4.4"],
  [{ engagement: "global_account", partnerFirm: "Kestrel" }, "lead", null],
  [{ engagement: "subcontracted", partnerFirm: "Kestrel" }, "lead", null],
  [{ engagement: "direct_new_business" }, "lead", null],
])("%o with role %s", (deal, role, expected) => {
  const objection = objectToLead({ ...deal, role });
  expect(objection && `${objection.reason} ${objection.clause}`).toBe(expected);
});

test("an owner named for another engagement does not move the lead", () => {
  for (const engagement of engagements.filter((one) => one !== "installed_base")) {
    expect(whoLeads({ engagement, relationshipOwner: "unclear" })).toEqual(whoLeads({ engagement }));
  }
});
