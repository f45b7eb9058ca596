import { listAccommodations } from "#app/features/assessments/list-accommodations.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Command } from "../command.ts";
import { describeAccommodation } from "./describe-accommodation.ts";
import { isoInstant } from "./required-option.ts";

export const accommodationsListCommand: Command = {
  name: "accommodations list",
  usage: "[--ended]",
  summary: "Lists who has another time limit, since when and why; with --ended also those that ended.",
  options: { ended: { type: "boolean" } },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const { db } = await app();
    const found = await listAccommodations(db.read, { ended: values.ended === true });
    if (found.length === 0) output.line('Nobody has an accommodation. "cleared accommodations grant" gives one.');
    for (const { accommodation, person } of found) {
      const { grantedAt, grantedBy, endedAt, endedBy, reason } = accommodation;
      const end = endedAt === null ? "" : `, ended ${isoInstant(endedAt)} by ${endedBy}`;
      output.line(
        `${person.employeeId ?? "–"}  ${fullName(person)}  ${describeAccommodation(accommodation)}  since ${isoInstant(grantedAt)} by ${grantedBy}${end}: ${reason}`,
      );
      output.record({ type: "accommodation", employeeId: person.employeeId, ...accommodation });
    }
    return 0;
  },
};
