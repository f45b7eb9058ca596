import { userInfo } from "node:os";

/** Who runs the command, as far as the machine knows: a container may run under a number that has no name. */
export function operatorName(): string {
  try {
    return `account ${userInfo().username}`;
  } catch {
    return "account without a name";
  }
}
