import type { Env } from "#app/platform/env.server.ts";
import { demoAccounts, demoPassword } from "./demo-accounts.ts";

/** Who can sign in to a demo, and how; null everywhere else. */
export function demoSignIns(env: Env) {
  return env.demo ? { password: demoPassword, people: [...demoAccounts] } : null;
}
