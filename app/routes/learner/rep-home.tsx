import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PathList } from "#app/features/certification/path-list.tsx";
import { paths } from "#app/platform/paths.ts";
import { Seal } from "#app/ui/seal.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import type { Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { BoosterCard } from "./booster-card.tsx";
import { Changes } from "./changes.tsx";
import type { RepHomeData } from "./rep-home.server.ts";
import { RepHomeFacts } from "./rep-home-facts.tsx";

const tones: Record<RepHomeData["right"]["outcome"], Tone> = {
  allow: "ok",
  allow_in_grace: "warn",
  allow_by_override: "warn",
  deny: "stop",
};

/** Where a rep stands in one sentence, the next step, what else they answer for, and the path. */
export function RepHome({ card, ...data }: RepHomeData & { card: ReactNode }) {
  const { t } = useTranslation("learning");
  const done = data.steps.filter((step) => step.state === "done").length;
  return (
    <div className="flex flex-col gap-8">
      <StandingSummary {...data} done={done} />
      <Changes changes={data.changes} since={data.since} />
      {card}
      {data.booster ? <BoosterCard booster={data.booster} /> : null}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_300px]">
        <section className="flex flex-col gap-3">
          <h2>{t("home.path")}</h2>
          <PathList steps={data.steps} doneAt={data.doneAt} />
        </section>
        <RepHomeFacts {...data} />
      </div>
    </div>
  );
}

function StandingSummary({ right, steps, nextStep, minutesLeft, done, ...data }: RepHomeData & { done: number }) {
  const { t } = useTranslation("learning");
  const { day, moment, country } = useFormats();
  const texts = {
    edition: data.edition.title,
    country: country(data.country),
    from: day(right.effectiveAt ?? right.upcomingAt),
    graceEnds: moment(right.graceEndsAt),
    overrideUntil: moment(right.overrideUntil),
    certifiedUntil: day(right.certifiedUntil),
  };
  const announced = right.reason === "NOT_YET_REQUIRED" && right.upcomingAt !== null;
  const waiting = right.outcome === "allow" && right.reason !== "CERTIFIED";
  const left = steps.length - done;
  return (
    <StandingCard
      tone={waiting ? "info" : tones[right.outcome]}
      state={t(`home.${right.reason}.state`)}
      title={t(`home.${right.reason}.title`, texts)}
      picture={
        <Seal
          done={done}
          total={steps.length}
          size={112}
          closed={left === 0 && right.reason === "CERTIFIED"}
          caption={t("home.ofTotal", { total: steps.length })}
          label={t("home.steps", { done, total: steps.length })}
        />
      }
    >
      <p>
        {t(`home.${right.reason}.${announced ? "textFrom" : "text"}`, texts)}{" "}
        {left > 0 ? t("home.left", { count: left, minutes: minutesLeft }) : null}{" "}
        {data.dueAt !== null && right.reason !== "IN_GRACE" ? (
          <>
            {t("home.due")} <strong>{moment(data.dueAt)}</strong>.
          </>
        ) : null}
      </p>
      {nextStep && right.reason !== "ON_HOLD" && right.reason !== "CERTIFIED" ? (
        <Link to={nextStep.href} className="button">
          {t(done === 0 ? "home.start" : "home.continue", { title: nextStep.title })}
        </Link>
      ) : null}
      {right.reason === "CERTIFIED" ? (
        <p className="flex flex-wrap gap-3">
          <Link to={paths.newDeal()} className="button">
            {t("home.claim")}
          </Link>
          {data.certificate ? (
            <Link to={paths.certificate(data.certificate.number)} className="button button-quiet">
              {t("home.certificate")}
            </Link>
          ) : null}
          {nextStep ? (
            <Link to={nextStep.href} className="button button-quiet">
              {t(done === 0 ? "home.start" : "home.continue", { title: nextStep.title })}
            </Link>
          ) : null}
        </p>
      ) : null}
    </StandingCard>
  );
}
