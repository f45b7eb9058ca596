import { expect, test } from "vitest";
import { checkClaims } from "#app/features/claims/check-claims.server.ts";
import { getClaimRefusal } from "#app/features/claims/get-claim-refusal.server.ts";
import { getDealClaim } from "#app/features/claims/get-deal-claim.server.ts";
import { listDealClaims } from "#app/features/claims/list-deal-claims.server.ts";
import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { claimRefusals, dealClaims } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { certify, dealInput, makeHold, makeOverride, makeWave } from "./make-claim-facts.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const now = Date.UTC(2011, 10, 1);
const clock = { now: () => now };

/** A certified rep under an enforced wave. */
async function certifiedRep(db: TestDatabase) {
  const release = await makeRelease(db);
  const wave = await makeWave(db);
  const rep = await makePerson(db);
  await certify(db, { personId: rep.id, releaseId: release.id, validFrom: 1, validUntil: now + 1 });
  return { release, wave, rep };
}

test("a claim is recorded with the decision that allows it", async () => {
  await using db = await testDatabase();
  const { release, wave, rep } = await certifiedRep(db);
  const input = dealInput({ dealReference: "Opp-7", partnerFirm: "Kestrel" });
  const outcome = await recordDealClaim({ db, clock, personId: rep.id, input, channel: "web" });
  if (outcome.status !== "recorded") throw new Error("The claim was refused.");
  const { claim } = outcome;
  expect(claim).toMatchObject({
    personId: rep.id,
    dealReference: "Opp-7",
    dealKey: "opp-7",
    partnerFirm: "Kestrel",
    partnerRole: null,
    relationshipOwner: null,
    outcome: "allow",
    channel: "web",
    apiKeyId: null,
    claimedAt: now,
    decision: {
      decisionId: claim.decisionId,
      outcome: "allow",
      reasons: ["CERTIFIED"],
      asOf: now,
      editionId: "2011-07",
      releaseId: release.id,
      waveId: wave.id,
    },
  });
  expect(await listDealClaims(db.read, { personId: rep.id })).toEqual([claim]);
  expect(await getDealClaim(db.read, { claimId: claim.id, scope: { personId: rep.id } })).toEqual(claim);
  expect(await getDealClaim(db.read, { claimId: claim.id, scope: "every-person" })).toEqual(claim);
  const stranger = { claimId: claim.id, scope: { personId: newId() } };
  await expect(getDealClaim(db.read, stranger)).rejects.toMatchObject({ code: "not-found" });
});

test("a refused claim is kept with what was typed and says what helps", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db);
  const rep = await makePerson(db);
  const input = dealInput({ partnerFirm: "Kestrel" });
  const outcome = await recordDealClaim({ db, clock, personId: rep.id, input, channel: "api" });
  if (outcome.status !== "refused") throw new Error("The claim was recorded.");
  const { refusal, right } = outcome;
  expect(refusal).toMatchObject({ reason: "NOT_CERTIFIED", clause: "ROE-1.3", input, refusedAt: now, channel: "api" });
  expect(right).toMatchObject({ outcome: "deny", decisionId: refusal.decision.decisionId, minutesLeft: 39 });
  expect(await db.read.select().from(dealClaims)).toEqual([]);
  const stored = { ...refusal, ownClaimId: null };
  expect(await getClaimRefusal(db.read, { refusalId: refusal.id, personId: rep.id })).toEqual(stored);
  const stranger = { refusalId: refusal.id, personId: newId() };
  await expect(getClaimRefusal(db.read, stranger)).rejects.toMatchObject({ code: "not-found" });
});

test("the gate comes before the rules of engagement, and those before the ring-fence", async () => {
  await using db = await testDatabase();
  const { rep } = await certifiedRep(db);
  const other = await makePerson(db);
  const claim = async (personId: string, input: Parameters<typeof dealInput>[0]) => {
    const outcome = await recordDealClaim({ db, clock, personId, input: dealInput(input), channel: "web" });
    return outcome.status === "recorded" ? "recorded" : `${outcome.refusal.reason} ${outcome.refusal.clause}`;
  };
  const partnerLed = { engagement: "partner_new_business" as const, partnerFirm: "Kestrel", dealReference: "A" };
  expect(await claim(other.id, partnerLed)).toBe("NOT_CERTIFIED ROE-1.3");
  expect(await claim(rep.id, partnerLed)).toBe("PARTNER_LEADS ROE-2.1");
  expect(await claim(rep.id, { ...partnerLed, role: "support" })).toBe("recorded");
  expect(await claim(rep.id, partnerLed)).toBe("PARTNER_LEADS ROE-2.1");
  expect(await claim(rep.id, { ...partnerLed, role: "support" })).toBe("DEAL_RING_FENCED ROE-2.4");
  const installed = { engagement: "installed_base" as const };
  expect(await claim(rep.id, { ...installed, relationshipOwner: "unclear" })).toBe("OWNER_UNCLEAR ROE-4.4");
  expect(await claim(rep.id, { ...installed, relationshipOwner: "partner" })).toBe("PARTNER_LEADS ROE-4.1");
  expect(await claim(rep.id, { ...installed, relationshipOwner: "direct" })).toBe("recorded");
  await makeHold(db, { personId: rep.id });
  expect(await claim(rep.id, {})).toBe("ON_HOLD ROE-8.1");
  const refusals = await db.read.select().from(claimRefusals);
  expect(refusals).toHaveLength(7);
  for (const { id, personId, reason } of refusals) {
    expect((await getClaimRefusal(db.read, { refusalId: id, personId })).reason).toBe(reason);
  }
});

test("a ring-fenced deal is refused without a word about who holds it", async () => {
  await using db = await testDatabase();
  const { release, rep } = await certifiedRep(db);
  const rival = await makePerson(db);
  await certify(db, { personId: rival.id, releaseId: release.id, validFrom: 1, validUntil: now + 1 });
  const claim = (personId: string, dealReference: string) =>
    recordDealClaim({ db, clock, personId, input: dealInput({ dealReference }), channel: "web" });
  const first = await claim(rep.id, "Opp-9");
  if (first.status !== "recorded") throw new Error("The claim was refused.");
  const second = await claim(rival.id, "OPP-9");
  if (second.status !== "refused") throw new Error("The deal was claimed twice.");
  expect(second).toMatchObject({ refusal: { reason: "DEAL_RING_FENCED", clause: "ROE-2.4" }, ownClaimId: null });
  expect(JSON.stringify(second)).not.toContain(rep.id);
  expect(JSON.stringify(second)).not.toContain(first.claim.id);
  // The holder, who may have pressed the button twice, is led to their own claim.
  const again = await claim(rep.id, "opp-9");
  expect(again).toMatchObject({ status: "refused", ownClaimId: first.claim.id });
  if (again.status !== "refused") throw new Error("The deal was claimed twice.");
  const kept = await getClaimRefusal(db.read, { refusalId: again.refusal.id, personId: rep.id });
  expect(kept.ownClaimId).toBe(first.claim.id);
});

test("a deal that many claim at the same time is claimed once", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  const reps = [];
  for (let n = 0; n < 12; n++) {
    const rep = await makePerson(db);
    await certify(db, { personId: rep.id, releaseId: release.id, validFrom: 1, validUntil: now + 1 });
    reps.push(rep);
  }
  for (const dealReference of ["RACE-1", "RACE-2", "RACE-3"]) {
    const outcomes = await Promise.all(
      reps.map((rep, n) => {
        const input = dealInput({ dealReference: n % 2 ? dealReference : dealReference.toLowerCase() });
        return recordDealClaim({ db, clock, personId: rep.id, input, channel: "web" });
      }),
    );
    expect(outcomes.filter((outcome) => outcome.status === "recorded")).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === "refused" ? [outcome.refusal.reason] : []));
    expect(new Set(reasons)).toEqual(new Set(["DEAL_RING_FENCED"]));
  }
});

test("an unknown person can record nothing", async () => {
  await using db = await testDatabase();
  const claim = recordDealClaim({ db, clock, personId: newId(), input: dealInput(), channel: "web" });
  await expect(claim).rejects.toMatchObject({ code: "not-found" });
});

test("the database itself takes no claim without an allowing decision", async () => {
  await using db = await testDatabase();
  const { rep } = await certifiedRep(db);
  const outcome = await recordDealClaim({ db, clock, personId: rep.id, input: dealInput(), channel: "web" });
  if (outcome.status !== "recorded") throw new Error("The claim was refused.");
  const { claim } = outcome;
  const forged = { ...claim, id: newId(), dealKey: "forged", decisionId: newId() };
  const insert = (row: object) =>
    db.write((tx) =>
      tx
        .insert(dealClaims)
        .values({ ...forged, ...row })
        .returning(),
    );
  await expect(insert({ outcome: "deny" })).rejects.toThrow();
  await expect(insert({ decision: { ...claim.decision, outcome: "deny" } })).rejects.toThrow();
  await expect(db.write((tx) => tx.update(dealClaims).set({ role: "support" }).returning())).rejects.toThrow();
  await expect(db.write((tx) => tx.delete(dealClaims).returning())).rejects.toThrow();
});

test("claims that the facts do not bear out are found", async () => {
  await using db = await testDatabase();
  const { rep } = await certifiedRep(db);
  const guest = await makePerson(db);
  await makeOverride(db, { personId: guest.id, validUntil: now + 1 });
  for (const personId of [rep.id, guest.id]) {
    await recordDealClaim({ db, clock, personId, input: dealInput(), channel: "web" });
  }
  const claims = await db.read.select().from(dealClaims);
  expect(claims.map((claim) => claim.outcome).sort()).toEqual(["allow", "allow_by_override"]);
  expect(await checkClaims(db, claims)).toEqual([]);
  expect(await checkClaims(db, [])).toEqual([]);
  // A wave entered afterwards does not make an old claim wrong; a hold that was open then does.
  await makeWave(db, { editionId: "2012-02", effectiveAt: now - 10, createdAt: now + 10 });
  expect(await checkClaims(db, claims)).toEqual([]);
  await makeHold(db, { personId: rep.id, openedAt: now - 10 });
  const [own] = claims.filter((claim) => claim.personId === rep.id);
  expect(await checkClaims(db, claims)).toEqual([
    {
      personId: rep.id,
      subject: `claim ${own?.id}`,
      problem: expect.stringContaining("ON_HOLD"),
    },
  ]);
  const edited = claims.map((claim) => ({ ...claim, claimedAt: claim.claimedAt + 1 }));
  expect(await checkClaims(db, edited)).toHaveLength(2);
});
