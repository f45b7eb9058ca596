import { and, eq, sql } from "drizzle-orm";
import { type Database, type Handle, idempotencyKeys } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import { type DealClaimOutcome, decideAndRecord, type NewDealClaim } from "./decide-and-record.server.ts";

type Idempotency = {
  /** Whose key it is: two callers may use the same one. */
  ownerId: string;
  key: string;
  /** Hash of the request, so that a key used for another request is found out. */
  requestHash: string;
};

/** `body` is sent as it is, so that a repeated request gets the same bytes. */
export type StoredResponse = { status: number; body: string };

type Once = NewDealClaim & {
  idempotency: Idempotency;
  /** Renders the answer. Pure, because it is called inside the write, where it may run more than once. */
  respond: (outcome: DealClaimOutcome) => StoredResponse;
};

const findAnswer = prepareOnce("find_idempotent_answer", (tx) =>
  tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(eq(idempotencyKeys.ownerId, sql.placeholder("ownerId")), eq(idempotencyKeys.key, sql.placeholder("key"))),
    ),
);

const keepAnswer = prepareOnce("keep_idempotent_answer", (tx) =>
  tx
    .insert(idempotencyKeys)
    .values({
      ownerId: sql.placeholder("ownerId"),
      key: sql.placeholder("key"),
      requestHash: sql.placeholder("requestHash"),
      status: sql.placeholder("status"),
      responseBody: sql.placeholder("responseBody"),
      createdAt: sql.placeholder("createdAt"),
    })
    .onConflictDoNothing({ target: [idempotencyKeys.ownerId, idempotencyKeys.key] })
    .returning({ key: idempotencyKeys.key }),
);

const inFlight = new WeakMap<Database, Set<string>>();

/**
 * Claims a deal once per idempotency key: the answer, a refusal too, is stored in the same transaction and given again
 * word for word. Throws request-in-flight while the first request of this process with that key is being answered; on
 * another node it waits for the first one's transaction and repeats its answer. Throws idempotency-key-reused when the
 * key came with another request.
 */
export async function recordDealClaimOnce(once: Once): Promise<StoredResponse & { repeated: boolean }> {
  const { db, idempotency, personId } = once;
  const flights = inFlight.get(db) ?? new Set();
  inFlight.set(db, flights);
  const flight = JSON.stringify([idempotency.ownerId, idempotency.key]);
  if (flights.has(flight)) {
    throw new AppError("request-in-flight", "The first request with this key is still being answered. Ask again soon.");
  }
  flights.add(flight);
  try {
    return await db.write((tx) => answerOnce(tx, once), { person: personId });
  } finally {
    flights.delete(flight);
  }
}

async function answerOnce(tx: Handle, once: Once): Promise<StoredResponse & { repeated: boolean }> {
  const { ownerId, key, requestHash } = once.idempotency;
  const [stored] = await findAnswer(tx, { ownerId, key });
  if (stored) {
    if (stored.requestHash !== requestHash) {
      throw new AppError(
        "idempotency-key-reused",
        "This key was used for another request. Repeat that request unchanged, or send this one with a new key.",
      );
    }
    return { status: stored.status, body: stored.responseBody, repeated: true };
  }
  const response = once.respond(await decideAndRecord(tx, once));
  const answer = { ownerId, key, requestHash, status: response.status, responseBody: response.body };
  const [kept] = await keepAnswer(tx, { ...answer, createdAt: once.clock.now() });
  // Somebody else's request took the key in between: nothing of this one may stay.
  if (!kept) throw new AppError("request-in-flight", "Another request with this key was faster. Ask again.");
  return { ...response, repeated: false };
}
