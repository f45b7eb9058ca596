import { z } from "zod";
import { confirmPassword } from "#app/features/accounts/confirm-password.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import type { SignatureRefusal } from "./signature-form.tsx";

const signatureInput = z.object({
  typedName: z.string().trim().min(1, "missing").max(200, "nameDiffers"),
  password: z.string().min(1, "missing").max(200, "passwordWrong"),
});

type Given = { form: FormData; personId: string; address: string };

/** The name typed under a text, once the password shows that it is really the person who sits there. */
export async function readSignature(
  app: AppContext,
  { form, personId, address }: Given,
): Promise<{ typedName: string } | { refusal: SignatureRefusal }> {
  const typedName = String(form.get("typedName") ?? "").slice(0, 200);
  const refuse = (problems: SignatureRefusal["problems"], minutes = 0) => ({
    refusal: { problems, minutes, typedName },
  });
  const parsed = signatureInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refuse(z.flattenError(parsed.error).fieldErrors);
  try {
    const confirmed = await confirmPassword(app, { personId, password: parsed.data.password, address });
    if (!confirmed) return refuse({ password: ["passwordWrong"] });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "too-many-requests")) throw error;
    return refuse({ password: ["throttled"] }, Number(error.extra.minutes));
  }
  return { typedName: parsed.data.typedName };
}

/** The typed name is not that of the person. */
export function nameRefused({ typedName }: { typedName: string }): SignatureRefusal {
  return { problems: { typedName: ["nameDiffers"] }, minutes: 0, typedName };
}
