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
        text={t("tile.blockedText")}
        more={{
          to: links.teamPeople({ manager, due: "overdue" }),
          text: t("tile.overdue", { overdue: count(overdue) }),
        }}
      />
      <Tile
        tone="warn"
        to={links.teamPeople({ manager, due: "soon" })}
        title={t("tile.soon")}
        figure={count(all.soon)}
        text={t("tile.soonText")}
      />
      {pace ? (
        <Tile
          tone="ok"
          to={links.teamPeople({ manager, wave: pace.wave.id, certified: "yes" })}
          title={t("tile.pace")}
          figure={count(pace.certified)}
          more={{
            to: links.teamPeople({ manager, wave: pace.wave.id }),
            text: t("tile.paceOf", { people: count(pace.people), day: day(pace.wave.deadline) }),
          }}
          last={
            pace.dueNow === 0
              ? t("tile.paceNone")
              : t("tile.paceText", { due: count(pace.dueNow), needed: percent(pace.neededNow) })
          }
        />
      ) : (
        <Tile
          tone="ok"
          to={links.teamPeople({ manager, status: "certified" })}
          title={t("tile.pace")}
          figure={count(all.certified)}
          more={{
            to: links.teamPeople({ manager }),
            text: t("tile.of", { people: t("people", { count: all.people, shown: count(all.people) }) }),
          }}
        />
      )}
    </ul>
  );
}

type TileProps = {
  tone: Tone;
  to: string;
  title: string;
  figure: string;
  text?: string;
  more?: { to: string; text: string };
  last?: string;
};

/** The whole tile opens what its figure counts; a second figure has a link of its own above that. */
function Tile({ tone, to, title, figure, text, more, last }: TileProps) {
  return (
    <li className="panel relative flex flex-col items-start gap-1">
      <a href={to} className="text-ink flex flex-col items-start gap-2 no-underline after:absolute after:inset-0">
        <StatePill tone={tone}>{title}</StatePill>
        <span className="text-[2rem] leading-tight font-[650] underline decoration-2 underline-offset-4 decoration-accent tabular-nums">
          {figure}
        </span>
        {text ? <span className="text-ink-2">{text}</span> : null}
      </a>
      {more ? (
        <a href={more.to} className="text-ink-2 relative">
          {more.text}
        </a>
      ) : null}
      {last ? <span className="text-ink-2">{last}</span> : null}
    </li>
  );
}
