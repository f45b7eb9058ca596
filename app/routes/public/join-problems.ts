import type { JoinInput } from "#app/features/invitations/join-input.ts";
import type { PasswordProblems } from "./new-password.ts";

/** Why a field was refused, as the catalogue names it. */
export type JoinProblems = Partial<Record<keyof JoinInput, string>> & PasswordProblems;
