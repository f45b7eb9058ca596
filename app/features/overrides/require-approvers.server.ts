import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Handle, people, roleGrants } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { fullName } from "../people/full-name.ts";

type Person = typeof people.$inferSelect;

/**
 * Both approvers are different people who are employed, neither is the person who gets the override, and each is the
 * person's manager or belongs to the program office. Throws not-found, validation-failed or not-allowed.
 */
export async function requireApprovers(
  tx: Handle,
  given: { personId: string; approverIds: readonly [string, string]; now: number },
): Promise<void> {
  const { personId, approverIds, now } = given;
  const [first, second] = approverIds;
  if (first === second) throw new AppError("validation-failed", "The two approvers must be different people.");
  if (approverIds.includes(personId)) throw new AppError("not-allowed", "Nobody approves an override for themselves.");
  const found = await tx
    .select()
    .from(people)
    .where(inArray(people.id, [personId, ...approverIds]));
  const person = found.find((one) => one.id === personId);
  if (!person) throw new AppError("not-found", "There is no such person.");
  if (hasLeft(person, now))
    throw new AppError("validation-failed", "This person has left; an override changes nothing.");
  const office = await tx
    .select({ personId: roleGrants.personId })
    .from(roleGrants)
    .where(
      and(
        inArray(roleGrants.personId, [...approverIds]),
        eq(roleGrants.role, "program_office"),
        isNull(roleGrants.revokedAt),
      ),
    );
  for (const id of approverIds) {
    const approver = found.find((one) => one.id === id);
    if (!approver) throw new AppError("not-found", "One of the approvers is not known.");
    const isManager = approver.employeeId !== null && approver.employeeId === person.managerEmployeeId;
    const mayApprove = isManager || office.some((grant) => grant.personId === id);
    if (mayApprove && !hasLeft(approver, now)) continue;
    throw new AppError(
      "not-allowed",
      `${fullName(approver)} may not approve this. Ask the person's manager or somebody of the program office.`,
    );
  }
}

function hasLeft(person: Person, now: number): boolean {
  return person.leftAt !== null && person.leftAt <= now;
}
