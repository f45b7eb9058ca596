import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";

type BoosterCardProps = { booster: { day: number; answered: number; total: number; closesAt: number } };

/** An offer on the home page: nothing hangs on it. */
export function BoosterCard({ booster: { day, answered, total, closesAt } }: BoosterCardProps) {
  const { t } = useTranslation("boosters");
  const formats = useFormats();
  return (
    <section className="panel flex flex-wrap items-center gap-x-8 gap-y-4">
      <div className="flex min-w-[min(100%,20rem)] flex-1 flex-col gap-1">
        <h2>{t("card.title")}</h2>
        <p className="text-ink-2">
          {answered > 0
            ? t("card.left", { count: total - answered, date: formats.day(closesAt) })
            : t("card.text", { count: total, date: formats.day(closesAt) })}
        </p>
      </div>
      <Link to={paths.booster(day)} className="button button-small button-quiet">
        {t(answered > 0 ? "card.continue" : "card.start")}
      </Link>
    </section>
  );
}
