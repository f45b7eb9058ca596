import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { invitationLimits } from "#app/features/invitations/invitation-limits.ts";
import { offeredLanguages } from "#app/features/invitations/offered-languages.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import type { InviteProblem } from "./firm-actions.server.ts";

/** Invites one or several people by address. */
export function InviteForm({ problem }: { problem: InviteProblem | null }) {
  const { t } = useTranslation("firms");
  const { language } = useFigures();
  const values = { most: invitationLimits.mostAtOnce, list: problem?.unreadable.join(", ") };
  const errors = problem ? [t(`invite.${problem.problem}`, values)] : undefined;
  return (
    <section className="panel flex flex-col gap-4">
      <h2>{t("invite.title")}</h2>
      <p className="text-ink-2 max-w-[66ch]">{t("invite.intro")}</p>
      <Form method="post" className="flex flex-col gap-4 sm:max-w-xl" reloadDocument>
        <input type="hidden" name="intent" value="invite" />
        <FormField id="addresses" label={t("invite.addresses")} hint={t("invite.addressesHint")} errors={errors}>
          <textarea
            id="addresses"
            name="addresses"
            rows={4}
            className="field"
            required
            maxLength={20_000}
            defaultValue={problem?.addresses}
            spellCheck={false}
            {...describedBy("addresses", { hint: true, errors })}
          />
        </FormField>
        <FormField id="language" label={t("invite.language")}>
          <select id="language" name="language" className="field" defaultValue={problem?.language ?? "en"}>
            {offeredLanguages.map((tag) => (
              <option key={tag} value={tag}>
                {language(tag)}
              </option>
            ))}
          </select>
        </FormField>
        <button type="submit" className="button self-start">
          {t("invite.submit")}
        </button>
      </Form>
    </section>
  );
}
