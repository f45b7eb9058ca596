import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Pace } from "#app/features/teams/pace.ts";
import type { StatusCounts } from "#app/features/teams/team-figures.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { useTeamLinks } from "./use-team-links.ts";

type TeamTilesProps = { all: StatusCounts; overdue: number; pace: Pace | null; manager: string | null };

/** Who cannot claim, who soon cannot, and whether the date will be met. Each opens the people it counts. */
export function TeamTiles({ all, overdue, pace, manager }: TeamTilesProps) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count, percent } = useFigures();
  const { day } = useFormats();
  return (
    <ul className="grid gap-4 sm:grid-cols-3">
      <Tile
        tone="stop"
        to={links.teamPeople({ manager, status: "blocked" })}
        title={t("tile.blocked")}
        figure={count(all.blocked)}
      >
        {t("tile.blockedText", { overdue: count(overdue) })}
      </Tile>
      <Tile tone="warn" to={links.teamPeople({ manager, due: "soon" })} title={t("tile.soon")} figure={count(all.soon)}>
        {t("tile.soonText")}
      </Tile>
      {pace ? (
        <Tile
          tone="ok"
          to={links.teamPeople({ manager, wave: pace.wave.id, certified: "yes" })}
          title={t("tile.pace")}
          figure={count(pace.certified)}
        >
          {t("tile.paceText", {
            ...{ people: count(pace.people), day: day(pace.wave.deadline), needed: percent(pace.neededNow) },
          })}
        </Tile>
      ) : (
        <Tile
          tone="ok"
          to={links.teamPeople({ manager, status: "certified" })}
          title={t("tile.pace")}
          figure={count(all.certified)}
        >
          {t("people", { count: all.people, shown: count(all.people) })}
        </Tile>
      )}
    </ul>
  );
}

type TileProps = { tone: Tone; to: string; title: string; figure: string; children: ReactNode };

function Tile({ tone, to, title, figure, children }: TileProps) {
  return (
    <li>
      <a href={to} className="panel text-ink flex h-full flex-col items-start gap-2 no-underline">
        <StatePill tone={tone}>{title}</StatePill>
        <span className="text-[2rem] leading-tight font-[650] underline decoration-2 underline-offset-4 decoration-accent tabular-nums">
          {figure}
        </span>
        <span className="text-ink-2">{children}</span>
      </a>
    </li>
  );
}
