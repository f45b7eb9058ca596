import { expect, test } from "vitest";
import { dealClaimInput } from "./deal-claim-input.ts";
import { dealKey } from "./deal-key.ts";

const deal = {
  dealReference: "OPP-1",
  customerName: "Café Adriatica",
  customerCountry: "HR",
  engagement: "direct_new_business",
  role: "lead",
};

function problems(given: Record<string, unknown>) {
  const parsed = dealClaimInput.safeParse({ ...deal, ...given });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

test("trims, folds and drops what a form left empty", () => {
  const form = {
    dealReference: " \uff4fpp-1/A ",
    customerName: "  Cafe\u0301 Adriatica ",
    customerCountry: "hr",
    partnerFirm: "",
    partnerRole: " \r\n ",
    relationshipOwner: "",
  };
  expect(dealClaimInput.parse({ ...deal, ...form })).toEqual({ ...deal, dealReference: "opp-1/A" });
  expect(problems({ partnerFirm: null, partnerRole: null, relationshipOwner: null })).toEqual([]);
  expect(problems({ customerName: "x".repeat(200), dealReference: "x".repeat(64) })).toEqual([]);
});

test.each<[Record<string, unknown>, string]>([
  [{ dealReference: "" }, "dealReference: Give the reference of the deal."],
  [{ dealReference: "x".repeat(65) }, "dealReference: A deal reference has at most 64 characters."],
  [{ dealReference: "OPP 1" }, "dealReference: Use only the letters A to Z, digits and . _ / - in a deal reference."],
  [
    { dealReference: "\u041ePP-1" },
    "dealReference: Use only the letters A to Z, digits and . _ / - in a deal reference.",
  ],
  [{ customerName: "  " }, "customerName: Give the name of the customer."],
  [{ customerName: "x".repeat(201) }, "customerName: The name of a customer has at most 200 characters."],
  [{ customerName: "a\u0000b" }, "customerName: Use plain text on one line, without control characters."],
  [{ customerName: "a\u202eb" }, "customerName: Use plain text on one line, without control characters."],
  [{ customerName: "a\ud800" }, "customerName: Use plain text on one line, without control characters."],
  [{ customerCountry: "Croatia" }, "customerCountry: Choose the country of the customer, as two letters such as DE."],
  [{ customerCountry: "ZZ" }, "customerCountry: Choose the country of the customer, as two letters such as DE."],
  [{ engagement: "other" }, "engagement: Choose how this deal came about."],
  [{ role: "watch" }, "role: Say whether you lead this deal or support it."],
  [{ partnerFirm: "a\nb" }, "partnerFirm: Use plain text on one line, without control characters."],
  [{ partnerRole: "a\u0007" }, "partnerRole: Use plain text, without control characters."],
  [{ partnerRole: "x".repeat(501) }, "partnerRole: The partner's role has at most 500 characters."],
  [{ relationshipOwner: "me" }, "relationshipOwner: Say who owns the customer relationship."],
  [{ engagement: "partner_new_business" }, "partnerFirm: Name the partner firm."],
  [{ engagement: "subcontracted", partnerFirm: " " }, "partnerFirm: Name the partner firm."],
  [
    { engagement: "global_account", partnerFirm: "Kestrel" },
    "partnerRole: Write down the role that the partner keeps in this deal.",
  ],
  [{ engagement: "installed_base" }, "relationshipOwner: Say who owns the customer relationship."],
])("%o", (given, expected) => {
  expect(problems(given)).toEqual([expected]);
});

test("what each engagement must name is enough", () => {
  expect(problems({ engagement: "partner_new_business", partnerFirm: "Kestrel" })).toEqual([]);
  expect(problems({ engagement: "global_account" })).toEqual([]);
  expect(
    problems({ engagement: "global_account", partnerFirm: "Kestrel", partnerRole: "Runs the service desk.\nOn site." }),
  ).toEqual([]);
  expect(problems({ engagement: "installed_base", relationshipOwner: "unclear" })).toEqual([]);
});

test("one deal has one key, however it is typed", () => {
  const keyOf = (dealReference: string) => dealKey(dealClaimInput.parse({ ...deal, dealReference }).dealReference);
  expect(new Set(["OPP-1", "opp-1", " Opp-1 ", "\uff2f\uff30\uff30-\uff11"].map(keyOf)).size).toBe(1);
  expect(keyOf("OPP_1")).not.toBe(keyOf("OPP-1"));
});
