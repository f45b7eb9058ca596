import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

export type RecordLine = { key: string; text: string; when: string; href?: string; note?: string };

/** Long lists are folded, so that the page can be looked over. */
const mostOpen = 8;

export function RecordSection({ title, lines }: { title: string; lines: RecordLine[] }) {
  const { t } = useTranslation("record");
  return (
    <section className="flex flex-col gap-3">
      <h2>{title}</h2>
      {lines.length > mostOpen ? (
        <details>
          <summary className="cursor-pointer">{t("entries", { count: lines.length })}</summary>
          <RecordLines lines={lines} />
        </details>
      ) : (
        <RecordLines lines={lines} />
      )}
    </section>
  );
}

/** What happened, and when; what proves it in small. */
export function RecordLines({ lines }: { lines: RecordLine[] }) {
  return (
    <ol className="border-line mt-2 border-t">
      {lines.map(({ key, text, when, href, note }) => (
        <li key={key} className="border-line border-b py-2.5">
          <p>{href ? <Link to={href}>{text}</Link> : text}</p>
          <p className="text-ink-3 flex flex-wrap gap-x-4 text-sm">
            <span>{when}</span>
            {note ? <span className="font-mono">{note}</span> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
