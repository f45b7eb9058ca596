import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";

type Try = {
  number: number;
  askedBy: string | null;
  askedAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  outcome: string | null;
  said: string | null;
};

/** Each time it was handed to a mail server, and who asked for it. */
export function MessageTries({ tries }: { tries: Try[] }) {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("tries.title")}</h2>
      {tries.length === 0 ? <p className="text-ink-2">{t("tries.none")}</p> : null}
      <ol className="flex flex-col">
        {tries.map(({ number, askedBy, askedAt, startedAt, outcome, said }) => (
          <li key={number} className="border-line flex flex-col border-t py-2">
            <strong>{t("tries.number", { number })}</strong>
            {startedAt === null ? null : <span>{moment(startedAt)}</span>}
            {askedBy ? (
              <span className="text-ink-3">{t("tries.asked", { by: askedBy, at: moment(askedAt) })}</span>
            ) : null}
            <span className="text-ink-2">{t(`outcome.${outcome ?? (startedAt === null ? "asked" : "silent")}`)}</span>
            {said ? <span className="text-ink-3 text-[0.95rem]">{said}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
