import type { MessageContent } from "#app/platform/db.server.ts";
import { writeNudge } from "./write-nudge.ts";

/** The mail; or the fault for which there is none, such as a country that no dates are written in. */
type TriedNudge = { content: MessageContent; fault?: never } | { content: null; fault: unknown };

/** A nudge, as `writeNudge` writes it, of which one that cannot be written costs only itself. */
export function tryNudge(given: Parameters<typeof writeNudge>[0]): TriedNudge {
  try {
    return { content: writeNudge(given) };
  } catch (fault) {
    return { content: null, fault };
  }
}
