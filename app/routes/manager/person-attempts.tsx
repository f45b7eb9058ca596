import { useTranslation } from "react-i18next";
import { ScrollTable } from "#app/routes/program-office/scroll-table.tsx";
import { StatePill } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";

/** Finished attempts by clause: never which question or answer. */
export function PersonAttempts({ attempts }: Pick<PersonPageData, "attempts">) {
  const { t } = useTranslation("team");
  const { moment } = useFormats();
  return (
    <section className="flex flex-col gap-4">
      <h2>{t("person.attempts")}</h2>
      {attempts.length === 0 ? <p className="text-ink-2">{t("person.noAttempts")}</p> : null}
      {attempts.map(({ number, submittedAt, result, void: voided }) => {
        const name = t("person.attempt", { number, day: moment(submittedAt) });
        return (
          <article key={submittedAt} className="flex flex-col items-start gap-2">
            <h3>{name}</h3>
            {voided ? (
              <StatePill tone="info">{t("person.voided", { reason: voided.reason })}</StatePill>
            ) : (
              <StatePill tone={result?.passed ? "ok" : "stop"}>
                {t(result?.passed ? "person.passed" : "person.failed")}
              </StatePill>
            )}
            {result ? (
              <>
                <p>
                  {t("person.score", { correct: result.correct, total: result.total })}
                  {result.timedOut ? `, ${t("person.timedOut")}` : null}
                </p>
                <details>
                  <summary className="text-accent cursor-pointer underline underline-offset-[3px]">
                    {t("person.clauses")}
                  </summary>
                  <Clauses label={name} clauses={result.clauses} />
                </details>
              </>
            ) : null}
          </article>
        );
      })}
    </section>
  );
}

type Clause = NonNullable<PersonPageData["attempts"][number]["result"]>["clauses"][number];

function Clauses({ label, clauses }: { label: string; clauses: Clause[] }) {
  const { t } = useTranslation("team");
  return (
    <ScrollTable label={label} width="mt-2">
      <thead>
        <tr>
          <th scope="col">{t("person.clause")}</th>
          <th scope="col">{t("person.right")}</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map(({ clause, correct, total, mustPass }) => (
          <tr key={clause}>
            <th scope="row">
              {clause}
              {mustPass ? ` (${t("person.mustPass")})` : null}
            </th>
            <td>{t("person.score", { correct, total })}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
