import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { StoryEnding } from "#app/features/programs/release-content.ts";
import { paths } from "#app/platform/paths.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";

export const outcomeTones: Record<StoryEnding["outcome"], Tone> = { good: "ok", mixed: "warn", bad: "stop" };

type FoundEndingsProps = {
  found: (Pick<StoryEnding, "id" | "title" | "outcome"> & { playId: string })[];
  endings: number;
};

/** How many endings the person has found, and which; the others are only counted. */
export function FoundEndings({ found, endings }: FoundEndingsProps) {
  const { t } = useTranslation("story");
  return (
    <>
      <p>{t("ending.foundCount", { found: found.length, count: endings })}</p>
      <ul className="border-line list-none! border-t pl-0!">
        {found.map(({ id, title, outcome, playId }) => (
          <li
            key={id}
            className="border-line mt-0! flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-b py-3"
          >
            <Link to={paths.storyPlay(playId)}>{title}</Link>
            <StatePill tone={outcomeTones[outcome]}>{t(`ending.${outcome}`)}</StatePill>
          </li>
        ))}
      </ul>
    </>
  );
}
