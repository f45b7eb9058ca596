import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { addToCounter, clearPassedCounters, isCounting, resetCounter } from "./throttle-counter.server.ts";

const minuteMs = 60_000;

/** Failed sign-ins allowed within a window. */
export const signInLimits = {
  /** One account from one address: someone who mistypes, or guesses. */
  pair: { most: 6, durationMs: 15 * minuteMs },
  /** One account from everywhere it has not been used from: guessing spread over many addresses. */
  account: { most: 60, durationMs: 60 * minuteMs },
  /** One address over all accounts: one guess for each of many people. Wide, as a whole office may share one. */
  address: { most: 200, durationMs: 15 * minuteMs },
};

/** How long an address from which an account was used counts as known. */
const knownMs = 90 * 24 * 60 * minuteMs;

type Try = { account: string; address: string };

const keys = ({ account, address }: Try) => ({
  pair: `pair ${account} ${address}`,
  account: `account ${account}`,
  address: `address ${address}`,
  known: `known ${account} ${address}`,
});

/**
 * Counts a try before the password is looked at, so that guesses side by side cannot outrun the count. An address from
 * which the account was used before is not held by what others try, so that strangers cannot lock anyone out. Throws
 * `too-many-requests` with the minutes to wait.
 */
export async function spendSignIn({ db, clock }: AppContext, attempt: Try): Promise<void> {
  const key = keys(attempt);
  const until = await db.write(async (tx) => {
    const now = clock.now();
    await clearPassedCounters(tx, now);
    const known = await isCounting(tx, { key: key.known, now });
    const counted = known ? (["address", "pair"] as const) : (["address", "pair", "account"] as const);
    let closedUntil = 0;
    for (const name of counted) {
      const { most, durationMs } = signInLimits[name];
      const { points, expiresAt } = await addToCounter(tx, { key: key[name], points: 1, durationMs, now });
      if (points > most) closedUntil = Math.max(closedUntil, expiresAt);
    }
    return closedUntil;
  });
  if (until === 0) return;
  const minutes = Math.max(1, Math.ceil((until - clock.now()) / minuteMs));
  throw new AppError("too-many-requests", "There were too many attempts to sign in.", { extra: { minutes } });
}

/** Takes back what a right password had spent, and remembers the address as one of this account's. */
export async function forgiveSignIn({ db, clock }: AppContext, attempt: Try): Promise<void> {
  const key = keys(attempt);
  await db.write(async (tx) => {
    const now = clock.now();
    const known = await isCounting(tx, { key: key.known, now });
    await resetCounter(tx, key.pair);
    await addToCounter(tx, { key: key.address, points: -1, durationMs: signInLimits.address.durationMs, now });
    if (!known)
      await addToCounter(tx, { key: key.account, points: -1, durationMs: signInLimits.account.durationMs, now });
    await resetCounter(tx, key.known);
    await addToCounter(tx, { key: key.known, points: 1, durationMs: knownMs, now });
  });
}
