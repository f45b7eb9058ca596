import { expect, test } from "vitest";
import { parseInvitees } from "./parse-invitees.ts";

test("addresses are read as people paste them, each once, in their order", () => {
  const text = `ada@x.example, Bo Berg <bo@x.example>;"Wyk, Van Der" <v@x.example>, no"body
    ADA@X.example
    Ærø <ø@bücher.example>`;
  expect(parseInvitees(text)).toEqual({
    invitees: [
      { address: "ada@x.example", givenName: "", familyName: "" },
      { address: "bo@x.example", givenName: "Bo", familyName: "Berg" },
      { address: "v@x.example", givenName: "Wyk, Van", familyName: "Der" },
      { address: "ø@xn--bcher-kva.example", givenName: "Ærø", familyName: "" },
    ],
    unreadable: ['no"body'],
  });
});

test("a name that no feed would bring is left out, its address is not", () => {
  expect(parseInvitees("=1+1 Evil <a@x.example>").invitees).toEqual([
    { address: "a@x.example", givenName: "", familyName: "" },
  ]);
});
