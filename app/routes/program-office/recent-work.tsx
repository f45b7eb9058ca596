import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import type { WorkRowData } from "#app/routes/work/work-row.ts";
import { WorkStatePill, workTitle } from "#app/routes/work/work-state.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

/** The last pieces of work of a page, so that a result is found again from where it was started. */
export function RecentWork({ title, rows }: { title: string; rows: WorkRowData[] }) {
  const { t } = useTranslation("work");
  const { moment } = useFormats();
  if (rows.length === 0) return null;
  return (
    <section className="flex w-full flex-col gap-2">
      <h2>{title}</h2>
      <ul className="flex flex-col">
        {rows.map((row) => (
          <li
            key={row.id}
            className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b py-2"
          >
            <span className="flex min-w-0 flex-col">
              <Link to={paths.workItem(row.id)}>{workTitle(t, row)}</Link>
              <span className="text-ink-3 text-[0.95rem]">
                {row.name ? `${row.name} · ` : null}
                {moment(row.createdAt)}
              </span>
            </span>
            <WorkStatePill row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
