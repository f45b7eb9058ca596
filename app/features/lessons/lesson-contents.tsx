import { useTranslation } from "react-i18next";
import type { LessonPart } from "./lesson-parts.ts";

type LessonContentsProps = { parts: readonly LessonPart[]; read: ReadonlySet<string>; open: boolean; done: boolean };

/** The parts of a lesson with a mark on those that were read, and where to go on. */
export function LessonContents({ parts, read, open, done }: LessonContentsProps) {
  const { t } = useTranslation("lesson");
  const goOn = done || read.size === 0 ? undefined : parts.find((part) => !read.has(part.slug));
  const count = parts.filter((part) => read.has(part.slug)).length;
  return (
    <nav aria-label={t("contents.label")} className="font-ui no-print mt-6 flex flex-col gap-3 text-base">
      {goOn ? (
        <p className="mt-0!">
          <a href={`#${goOn.slug}`} className="button button-small">
            {t("contents.goOn", { heading: goOn.title })}
          </a>
        </p>
      ) : null}
      <details open={open} className="border-line border-y py-3">
        <summary className="cursor-pointer">
          <span className="font-semibold">{t("contents.title")}</span>{" "}
          <span className="text-ink-3 text-[0.95rem]">
            {done || count === 0
              ? t("contents.parts", { count: parts.length })
              : t("contents.read", { count: parts.length, read: count })}
          </span>
        </summary>
        <ol className="mt-2! list-none! pl-0! text-[0.95rem]">
          {parts.map(({ slug, title }) => (
            <li key={slug} className="flex items-baseline gap-2.5">
              <PartMark read={done || read.has(slug)} />
              <a href={`#${slug}`}>{title}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function PartMark({ read }: { read: boolean }) {
  const { t } = useTranslation("lesson");
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role="img"
      aria-label={t(read ? "contents.partRead" : "contents.partOpen")}
      className="shrink-0 translate-y-0.5"
    >
      {read ? (
        <path d="M2 7.6l3.4 3.4L12 3.6" fill="none" className="stroke-ok" strokeWidth="2.2" strokeLinecap="round" />
      ) : (
        <circle cx="7" cy="7" r="4.5" fill="none" className="stroke-ink-3" strokeWidth="1.6" />
      )}
    </svg>
  );
}
