import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DelegationState } from "#app/features/delegations/delegation-period.ts";
import type { listDelegations } from "#app/features/delegations/list-delegations.server.ts";
import { paths } from "#app/platform/paths.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

const tones: Record<DelegationState, Tone> = { running: "ok", coming: "info", ended: "stop", over: "info" };

/** Everybody ever named, with a way to end what has not ended. */
export function DelegationList({ delegations }: { delegations: Awaited<ReturnType<typeof listDelegations>> }) {
  const { t } = useTranslation("delegates");
  const { moment } = useFormats();
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("list.title")}</h2>
      {delegations.length === 0 ? <p className="text-ink-2">{t("list.none")}</p> : null}
      <ul className="flex flex-col">
        {delegations.map(({ id, name, employeeId, validFrom, validUntil, endedAt, reason, state }) => (
          <li key={id} className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b py-3">
            <div className="flex min-w-0 flex-col items-start gap-1">
              <StatePill tone={tones[state]}>{t(`state.${state}`)}</StatePill>
              <strong>{t("list.person", { name, employeeId })}</strong>
              <span className="text-ink-2">
                {t(endedAt === null ? "list.period" : "list.ended", {
                  ...{ from: moment(validFrom), until: moment(validUntil), ended: moment(endedAt) },
                })}
              </span>
              <span className="text-ink-2">{reason}</span>
            </div>
            {state === "running" || state === "coming" ? (
              <Form method="post" action={paths.delegates()} reloadDocument>
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  name="intent"
                  value="end"
                  className="button button-small button-quiet"
                  aria-label={t("list.endLabel", { name })}
                >
                  {t("list.end")}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
