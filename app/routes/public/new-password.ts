import { z } from "zod";

// The messages are keys of the catalogue.
const newPassword = z
  .object({ password: z.string().min(12, "tooShort").max(200, "tooLong"), repeat: z.string() })
  .refine(({ password, repeat }) => password === repeat, { path: ["repeat"], message: "unequal" });

export type PasswordProblems = Partial<Record<"password" | "repeat", string>>;

/** A password typed twice, by the rules that hold for every password. */
export function readNewPassword(form: FormData): { password: string } | { problems: PasswordProblems } {
  const given = { password: String(form.get("password") ?? ""), repeat: String(form.get("repeat") ?? "") };
  const parsed = newPassword.safeParse(given);
  if (parsed.success) return { password: parsed.data.password };
  const { password, repeat } = z.flattenError(parsed.error).fieldErrors;
  return { problems: { ...(password ? { password: password[0] } : {}), ...(repeat ? { repeat: repeat[0] } : {}) } };
}
