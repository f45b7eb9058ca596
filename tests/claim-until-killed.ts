import { recordDealClaim } from "#app/features/claims/record-deal-claim.server.ts";
import { connect, people } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";

/**
 * Claims deals for everyone in the database with many callers at once and says the id of each recorded claim, one a
 * line, as soon as it is acknowledged. Ends when it is killed.
 */
const callers = 32;
const db = connect(process.env.DATABASE_URL ?? "");
const reps = await db.read.select({ id: people.id }).from(people);
const clock = { now: () => Date.now() };

await Promise.all(
  Array.from({ length: callers }, async (_, caller) => {
    for (let n = caller; ; n++) {
      const personId = reps[n % reps.length]?.id ?? "";
      const input = {
        dealReference: `KILL-${newId()}`,
        customerName: "Adriatic Lines",
        customerCountry: "HR",
        engagement: "direct_new_business" as const,
        role: "lead" as const,
      };
      const outcome = await recordDealClaim({ db, clock, personId, input, channel: "api" });
      if (outcome.status === "recorded") process.stdout.write(`${outcome.claim.id}\n`);
    }
  }),
);
