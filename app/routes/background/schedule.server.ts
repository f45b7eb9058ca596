import { purgeSignIns } from "#app/features/accounts/purge-sign-ins.server.ts";
import { purgeIdempotencyKeys } from "#app/features/claims/purge-idempotency-keys.server.ts";
import { noticesWork } from "#app/features/notices/notices-work.server.ts";
import { purgeWork } from "#app/features/work/purge-work.server.ts";
import type { ScheduledWork } from "#app/features/work/scheduled-work.ts";

/** What is due by the clock. Each run does what is to be done then and no more, so one that is missed does no harm. */
export const schedule: readonly ScheduledWork[] = [
  noticesWork,
  { name: "purge_work", every: "10 2 * * *", run: (app, signal) => purgeWork(app, signal) },
  { name: "purge_sign_ins", every: 60, run: (app) => purgeSignIns(app) },
  { name: "purge_idempotency_keys", every: "20 2 * * *", run: (app) => purgeIdempotencyKeys(app) },
];
