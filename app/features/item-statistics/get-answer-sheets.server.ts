import { and, count, eq, isNotNull, max } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { attempts, type Database, type Handle } from "#app/platform/db.server.ts";
import { boundedCache } from "../programs/bounded-cache.ts";
import type { Release } from "../programs/release-content.ts";
import type { AnswerSheets } from "./answer-sheets.ts";
import { listVoidedAttempts } from "./list-voided-attempts.server.ts";
import { readAnswerSheets } from "./read-answer-sheets.server.ts";

/** While people are being certified every minute brings new answers, and no figure changes by them. */
const freshMs = 60_000;

type Known = { stamp: string; asOf: number; sheets: Promise<AnswerSheets> };

/** Some 6 MB a release at 40,000 attempts. */
const cache = boundedCache<Known>(4);

/**
 * The packed first attempts of a release, and the instant as of which they are. Read again when there are new ones, but
 * at most once a minute; requests that come meanwhile wait for the same reading.
 */
export async function getAnswerSheets(
  { db, clock }: { db: Database; clock: Clock },
  release: Release,
): Promise<{ sheets: AnswerSheets; asOf: number }> {
  const now = clock.now();
  const known = cache.get(db.read, release.id);
  if (known && now - known.asOf < freshMs) return { sheets: await known.sheets, asOf: known.asOf };
  const stamp = await stampOf(db.read, release.id);
  const latest = cache.get(db.read, release.id);
  const reading = latest?.stamp === stamp ? latest.sheets : readAnswerSheets(db, release);
  const entry = { stamp, asOf: now, sheets: reading };
  cache.set(db.read, release.id, entry);
  try {
    return { sheets: await reading, asOf: now };
  } catch (error) {
    // What could not be read is asked for anew.
    entry.asOf = Number.NEGATIVE_INFINITY;
    entry.stamp = "";
    throw error;
  }
}

async function stampOf(handle: Handle, releaseId: string): Promise<string> {
  const [row] = await handle
    .select({ closed: count(), newest: max(attempts.submittedAt) })
    .from(attempts)
    .where(and(eq(attempts.releaseId, releaseId), eq(attempts.number, 1), isNotNull(attempts.submittedAt)));
  return `${row?.closed} ${row?.newest} ${(await listVoidedAttempts(handle)).size}`;
}
