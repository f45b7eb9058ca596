import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import type { TeamCardData } from "./team-card.server.ts";

/** On the home page: how the team stands, and the way to it. */
export function TeamCard({ card }: { card: TeamCardData }) {
  const { t } = useTranslation("team");
  const { count, percent } = useFigures();
  const { blocked, soon, pace } = card;
  return (
    <section className="panel flex flex-col items-start gap-3">
      <h2>{t(card.all ? "home.titleAll" : "home.title")}</h2>
      <ul className="flex flex-wrap gap-x-8 gap-y-1">
        <li>
          <Link to={paths.teamPeople({ status: "blocked" })}>
            {t("home.blocked", { count: blocked, shown: count(blocked) })}
          </Link>
        </li>
        <li>
          <Link to={paths.teamPeople({ due: "soon" })}>{t("home.soon", { count: soon, shown: count(soon) })}</Link>
        </li>
        {pace ? (
          <li>
            <Link to={paths.teamPeople({ wave: pace.waveId, certified: "yes" })}>
              {t(pace.due === 0 ? "home.paceNone" : "home.pace", {
                share: percent(pace.certified / pace.people),
                needed: percent(pace.needed),
              })}
            </Link>
          </li>
        ) : null}
      </ul>
      <Link to={paths.team()} className="button button-small">
        {t("home.open")}
      </Link>
    </section>
  );
}
