import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import type { ClaimRight } from "#app/features/claims/claim-right-answer.ts";
import { reasonClause } from "#app/features/claims/reasons.ts";
import { type Command, UsageError } from "../command.ts";
import { instantOption, isoInstant } from "./required-option.ts";

export const standingCommand: Command = {
  name: "standing",
  usage: "EMPLOYEE_ID [--at T]",
  summary:
    "Says whether a person may claim deals, and why. T is an instant in the past or the future, or a day, which starts at midnight UTC; now unless given.",
  options: { at: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const at = typeof values.at === "string" ? instantOption("at", values.at) : null;
    const employeeId = positionals[0] ?? "";
    if (employeeId === "") throw new UsageError("Name the person by the employee id.");
    const { db, clock } = await app();
    const now = clock.now();
    const right = await checkClaimRight({ db, employeeId, at: at ?? now, now });
    for (const line of describe(employeeId, right)) output.line(line);
    output.record({ type: "claim-right", employeeId, ...right });
    return right.personId === null ? 1 : 0;
  },
};

function describe(employeeId: string, right: ClaimRight): string[] {
  const { outcome, reasons, edition, shadow, upcoming, missingSteps, minutesLeft } = right;
  const helpers = right.whoCanUnblock.map(({ role, name }) => {
    const title = role === "manager" ? "the manager" : "the program office";
    return name ? `${title}, ${name}` : title;
  });
  return [
    `${employeeId}: ${outcome}, as of ${isoInstant(right.asOf)}`,
    `  Reasons: ${reasons.map(withClause).join(", ")}`,
    ...(edition ? [`  Edition: ${edition.title} (${edition.id}), release ${edition.releaseId}`] : []),
    ...instantLine("In force since", right.effectiveAt),
    ...instantLine("Grace ends", right.graceEndsAt),
    ...instantLine("Certified until", right.certifiedUntil),
    ...instantLine("Override until", right.overrideUntil),
    ...(shadow ? [`  In trial: ${shadow.outcome} under ${shadow.editionId}, ${shadow.reasons.join(", ")}`] : []),
    ...(upcoming ? [`  Next: edition ${upcoming.editionId} from ${isoInstant(upcoming.effectiveAt)}`] : []),
    ...(missingSteps.length > 0 ? [`  Left to do: ${missingSteps.length} steps, ${minutesLeft} minutes`] : []),
    ...missingSteps.map((step) => `    ${String(step.minutes).padStart(3)} min  ${step.title}  ${step.href}`),
    ...instantLine("Possible from", right.earliestPossibleAt),
    ...(helpers.length > 0 ? [`  Who can help: ${helpers.join("; ")}`] : []),
    right.validUntil === null
      ? "  Stays so until something is recorded"
      : `  Stays so until ${isoInstant(right.validUntil)}, unless something is recorded`,
  ];
}

function withClause(reason: ClaimRight["reasons"][number]): string {
  const clause = reasonClause[reason];
  return clause ? `${reason} (${clause})` : reason;
}

function instantLine(label: string, at: number | null): string[] {
  return at === null ? [] : [`  ${label}: ${isoInstant(at)}`];
}
