import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Change } from "#app/features/visits/changes-since.ts";
import { useFormats } from "#app/ui/use-formats.ts";

/** What is new since the person was last here; nothing when nothing is. */
export function Changes({ changes, since }: { changes: Change[]; since: number | null }) {
  const { t } = useTranslation("changes");
  const { day, list } = useFormats();
  if (changes.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("title", { since: day(since) })}</h2>
      <ul className="border-line border-t">
        {changes.map(({ kind, at, on, values, titles, href }) => {
          const text = t(kind, {
            ...values,
            on: day(on ?? at),
            titles: list((titles ?? []).map((title) => t("quoted", { title }))),
          });
          return (
            <li
              key={`${kind} ${at} ${href}`}
              className="border-line flex flex-wrap justify-between gap-x-6 gap-y-0.5 border-b py-2.5"
            >
              <span className="min-w-0">{href ? <Link to={href}>{text}</Link> : text}</span>
              <span className="text-ink-3 text-[0.92rem]">{day(at)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
