import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, people, teamDelegations } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { delegationMessage } from "./delegation-message.ts";
import { delegationPeriod, type PeriodProblem } from "./delegation-period.ts";
import { findEmployee } from "./find-employee.server.ts";

export type DelegationDraft = { who: string; from: string; until: string; reason: string };
export type DelegationProblem = PeriodProblem | "unknown" | "self" | "reason";
const longestReason = 300;

type Given = { db: Database; clock: Clock; managerId: string; draft: DelegationDraft };

/** What is wrong with a draft, and whom it names; nothing is stored. */
export async function checkDelegate({ db, clock, managerId, draft }: Given) {
  return checkIn(db.read, { managerId, draft, now: clock.now() });
}

/**
 * Lets somebody see the manager's team for a time, on record with both, and tells them. Answers what is wrong instead, or
 * `already` when they are named for some of that time: a form that is sent twice names nobody twice.
 */
export async function nameDelegate({ db, clock, managerId, draft }: Given) {
  return db.write(
    async (tx) => {
      const now = clock.now();
      const checked = await checkIn(tx, { managerId, draft, now });
      if (checked.problem !== null) return checked;
      const { manager, delegate, period } = checked;
      if (await isNamed(tx, { managerId, delegateId: delegate.id, ...period })) return { problem: "already" as const };
      const delegation = {
        ...{ id: newId(), managerId, delegateId: delegate.id, ...period, reason: draft.reason.trim() },
        ...{ createdAt: now, createdBy: managerId, endedAt: null, endedBy: null },
      };
      await tx.insert(teamDelegations).values(delegation);
      const message = delegationMessage("named", { delegation, manager, delegate, causedBy: managerId, now });
      if (message) await queueMessage(tx, message, now);
      return { problem: null, delegation };
    },
    { person: managerId },
  );
}

async function checkIn(
  handle: Handle,
  { managerId, draft, now }: { managerId: string; draft: DelegationDraft; now: number },
) {
  const [manager] = await handle.select().from(people).where(eq(people.id, managerId));
  if (!manager) throw new AppError("not-found", "There is no such person.");
  const period = delegationPeriod(draft, { timeZone: manager.timeZone, now });
  const reason = draft.reason.trim();
  const delegate = await findEmployee(handle, { who: draft.who, now });
  const problem = (of: DelegationProblem) => ({ problem: of });
  if (!delegate) return problem("unknown");
  if (delegate.id === managerId) return problem("self");
  if (typeof period === "string") return problem(period);
  if (reason === "" || reason.length > longestReason) return problem("reason");
  return { problem: null, manager, delegate, period };
}

type Pair = { managerId: string; delegateId: string; validFrom: number; validUntil: number };

async function isNamed(tx: Handle, { managerId, delegateId, validFrom, validUntil }: Pair): Promise<boolean> {
  const rows = await tx
    .select({ id: teamDelegations.id })
    .from(teamDelegations)
    .where(
      and(
        ...[eq(teamDelegations.managerId, managerId), eq(teamDelegations.delegateId, delegateId)],
        ...[isNull(teamDelegations.endedAt), lt(teamDelegations.validFrom, validUntil)],
        gt(teamDelegations.validUntil, validFrom),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
