import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import type { Duty } from "./list-duties.server.ts";

/** What a manager reads beside the own path, and what of it is read. */
export function DutyList({ duties }: { duties: Duty[] }) {
  const { t } = useTranslation("duties");
  if (duties.length === 0) return null;
  return (
    <section aria-labelledby="duties" className="flex max-w-[820px] flex-col gap-3">
      <h2 id="duties">{t("title")}</h2>
      <p className="text-ink-3 text-[0.95rem]">{t("intro")}</p>
      <ul className="border-line border-t">
        {duties.map(({ id, title, summary, minutes, read }) => (
          <li
            key={id}
            className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b px-1 py-3.5"
          >
            <span className="min-w-0 flex-1 basis-60">
              <Link to={paths.duty(id)} className="text-ink font-semibold no-underline hover:underline">
                {title}
              </Link>
              <span className="text-ink-3 block text-sm">{summary}</span>
            </span>
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <StatePill tone={read ? "ok" : "info"}>{t(read ? "read" : "unread")}</StatePill>
              <span className="text-ink-3 text-[0.92rem] whitespace-nowrap tabular-nums">
                {t("common:minutes", { count: minutes })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
