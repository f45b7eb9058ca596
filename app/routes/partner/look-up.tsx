import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CertificateState } from "#app/features/certification/verify-certificate.server.ts";
import { paths } from "#app/platform/paths.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const longestNumber = 40;
export const longestName = 120;

type Answer = { number: string; name: string; state: CertificateState | null };
type LookUpProps = { answer: Answer | null; asOf: number };

/** Confirms one certificate by its number, and whose it is when a name is typed. */
export function LookUp({ answer, asOf }: LookUpProps) {
  const { t } = useTranslation("trust");
  const missing = answer !== null && answer.state === null ? [t("lookUp.missing")] : undefined;
  return (
    <div className="flex flex-col gap-6">
      {answer?.state ? <Confirmed {...answer} state={answer.state} asOf={asOf} /> : null}
      <section className="panel flex flex-col gap-4">
        <h2>{t("lookUp.title")}</h2>
        <p className="text-ink-2 max-w-[66ch]">{t("lookUp.intro")}</p>
        <Form
          method="post"
          action={paths.trust()}
          className="grid items-end gap-4 md:grid-cols-[1fr_1fr_auto]"
          reloadDocument
        >
          <FormField id="number" label={t("lookUp.number")} hint={t("lookUp.numberHint")} errors={missing}>
            <input
              id="number"
              name="number"
              className="field font-mono"
              maxLength={longestNumber}
              autoComplete="off"
              required
              defaultValue={answer?.number ?? ""}
              {...describedBy("number", { hint: true, errors: missing })}
            />
          </FormField>
          <FormField id="name" label={t("lookUp.name")} hint={t("lookUp.nameHint")}>
            <input
              id="name"
              name="name"
              className="field"
              maxLength={longestName}
              autoComplete="off"
              defaultValue={answer?.name ?? ""}
              {...describedBy("name", { hint: true })}
            />
          </FormField>
          <button type="submit" className="button justify-self-start">
            {t("lookUp.submit")}
          </button>
        </Form>
      </section>
    </div>
  );
}

const tones = { valid: "ok", expired: "warn", on_hold: "stop", unknown: "info" } as const;

function Confirmed({ number, name, state, asOf }: Answer & { state: CertificateState; asOf: number }) {
  const { t } = useTranslation("trust");
  const { moment } = useFormats();
  const unknownName = state === "unknown" && name !== "";
  const title = unknownName ? t("lookUp.unknownNamedTitle") : t(`open:verify.${state}Title`);
  const validText = name ? t("lookUp.validNamedText", { name }) : t("lookUp.validText");
  const text = unknownName ? t("lookUp.unknownNamedText") : t(`open:verify.${state}Text`);
  return (
    <StandingCard tone={tones[state]} state={t(`open:verify.${state}`)} title={title}>
      <p>{state === "valid" ? validText : text}</p>
      <p className="text-ink-3 text-sm">
        <bdi className="font-mono">{number}</bdi>
        {name ? ` · ${t("lookUp.named", { name })}` : null}
        {" · "}
        {t("open:verify.asOf", { when: moment(asOf) })}
      </p>
    </StandingCard>
  );
}
