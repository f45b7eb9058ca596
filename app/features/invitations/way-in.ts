/** Somebody who is here now and has the address in question. */
export type Resident = {
  id: string;
  kind: "rep" | "partner" | "staff";
  firmId: string | null;
  language: string;
  hasAccount: boolean;
};

export type WayIn =
  /** Nobody has the address: whoever reads its mail becomes a new person. */
  | { way: "new" }
  /** The feed named this person of the firm, who has no account yet. */
  | { way: "named"; personId: string; language: string }
  /** Somebody of the firm has the address and an account. */
  | { way: "joined" }
  /** Somebody else has it: another person by the same address could not tell who signs in. */
  | { way: "elsewhere" };

/** What a link to an address would do for a firm, by who is here with that address. */
export function wayIn(residents: readonly Resident[], firmId: string): WayIn {
  const [only, ...others] = residents;
  if (!only) return { way: "new" };
  const own = only.kind === "partner" && only.firmId === firmId;
  if (others.length > 0 || !own) return { way: "elsewhere" };
  return only.hasAccount ? { way: "joined" } : { way: "named", personId: only.id, language: only.language };
}
