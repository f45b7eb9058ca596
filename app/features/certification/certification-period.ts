import { Temporal } from "temporal-polyfill";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

/** The mean month of the Gregorian calendar: 146,097 days in 400 years. */
const meanMonthMs = (146_097 / 4_800) * millisecondsADay;

export type Period = { validFrom: number; validUntil: number };

/**
 * How long a certification granted now is valid: to the same local date and wall-clock time `validMonths` later in the
 * person's time zone. A month without that day ends it on its last day, a clock change that skips that time moves it
 * behind the gap. `validUntil` itself is no longer valid. A renewal before expiry counts on from the old end, and from
 * the first anniversary of the unbroken chain, so that one short month does not move all later ones; after expiry the
 * count starts again from now. `earlier` are the person's certifications for the same edition.
 */
export function certificationPeriod(given: {
  now: number;
  timeZone: string;
  validMonths: number;
  earlier: readonly Period[];
}): Period {
  const { now, timeZone, validMonths } = given;
  const chain = unbrokenChain(given.earlier, now);
  if (!chain) return { validFrom: now, validUntil: addMonths(now, validMonths, timeZone) };
  // Rounded, and not read from calendar fields, because the person may have moved to another time zone since.
  const monthsSoFar = Math.round((chain.validUntil - chain.anchor) / meanMonthMs);
  return { validFrom: now, validUntil: addMonths(chain.anchor, monthsSoFar + validMonths, timeZone) };
}

/** From this instant on a renewal can be worked on. */
export function renewalOpensAt(validUntil: number, renewalWindowDays: number): number {
  return validUntil - renewalWindowDays * millisecondsADay;
}

function addMonths(instant: number, months: number, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).add({ months }).epochMilliseconds;
}

/** Where the certifications that run on to `now` without a gap began, and when they end; null when none is valid. */
function unbrokenChain(earlier: readonly Period[], now: number): { anchor: number; validUntil: number } | null {
  let chain: { anchor: number; validUntil: number } | null = null;
  for (const { validFrom, validUntil } of [...earlier].sort((a, b) => a.validFrom - b.validFrom)) {
    const anchor: number = chain && validFrom < chain.validUntil ? chain.anchor : validFrom;
    chain = { anchor, validUntil };
  }
  return chain && now < chain.validUntil ? chain : null;
}
