import type { z } from "zod";
import type { ClaimRight } from "#app/features/claims/claim-right-answer.ts";
import type { ClaimRefusal } from "#app/features/claims/decide-and-record.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { claimRefusal } from "./api-schemas.ts";
import { presentClaimRight, presentReason } from "./present-claim-right.ts";
import { refusalWords } from "./refusal-words.ts";

type Refused = {
  right: ClaimRight;
  employeeId: string;
  origin: string;
  /** Null when nobody is known by the employee id: a refusal is kept with a person. */
  refusal: ClaimRefusal | null;
  ownClaimId?: string | null;
};

/** The refusal of a claim with everything that helps: why, the whole decision, what is missing, who can change it. */
export function claimRefusalProblem({ right, employeeId, origin, refusal, ownClaimId = null }: Refused): AppError {
  const code = refusal?.reason ?? "UNKNOWN_PERSON";
  const extra: Omit<z.output<typeof claimRefusal>, "type" | "title" | "status" | "detail" | "requestId"> = {
    refusalId: refusal?.id ?? null,
    reason: presentReason(code, refusal?.clause ?? null, right.edition?.id ?? null, origin),
    ownClaimId,
    decision: presentClaimRight(right, { employeeId, origin }),
  };
  return new AppError("claim-refused", refusalWords[code], { extra });
}
