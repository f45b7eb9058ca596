import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Changes } from "#app/routes/learner/changes.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { Seal } from "#app/ui/seal.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import type { Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PartnerHomeData, PartnerStanding } from "./partner-home.server.ts";
import { PartnerPathList } from "./partner-path-list.tsx";

const tones: Partial<Record<PartnerStanding["kind"], Tone>> = { attended: "ok", wait: "warn", retry: "warn" };

/** Where a partner stands in one sentence, the next step, and the path. */
export function PartnerHome(data: PartnerHomeData) {
  const { t } = useTranslation("partner");
  return (
    <div className="flex flex-col gap-8">
      <Standing {...data} />
      <Changes changes={data.changes} since={data.since} />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_300px]">
        <section className="flex flex-col gap-3">
          <h2>{t("home.path")}</h2>
          <PartnerPathList steps={data.steps} progress={data.progress} doneAt={data.doneAt} />
        </section>
        <Aside {...data} />
      </div>
    </div>
  );
}

function Standing({ standing, steps, minutesLeft, edition }: PartnerHomeData) {
  const { t } = useTranslation("partner");
  const { day, moment } = useFormats();
  const done = steps.filter((step) => step.state === "done").length;
  const left = steps.length - done;
  const { kind } = standing;
  const texts = {
    ...standing,
    count: left,
    edition: edition.title,
    date: kind === "attended" ? day(standing.issuedAt) : "",
    when: kind === "wait" ? moment(standing.availableAt) : "",
  };
  return (
    <StandingCard
      tone={tones[kind] ?? "info"}
      state={t(`home.${kind}.state`)}
      title={t(`home.${kind}.title`, texts)}
      picture={
        steps.length > 0 ? (
          <Seal
            done={done}
            total={steps.length}
            size={112}
            closed={left === 0}
            caption={t("home.ofTotal", { total: steps.length })}
            label={t("home.steps", { done, total: steps.length })}
          />
        ) : null
      }
    >
      <p>
        {kind === "attended" || kind === "nothing"
          ? t(`home.${kind}.text`, texts)
          : t("home.left", { count: left, minutes: minutesLeft })}
      </p>
      <NextButton standing={standing} />
    </StandingCard>
  );
}

function NextButton({ standing }: { standing: PartnerStanding }) {
  const { t } = useTranslation("partner");
  switch (standing.kind) {
    case "nothing":
      return null;
    case "attended":
      return (
        <Link to={paths.attendance(standing.certificate)} className="button">
          {t("home.seeCertificate")}
        </Link>
      );
    case "running":
    case "wait":
      return (
        <Link to={standing.href} className="button">
          {t(`home.${standing.kind}.go`)}
        </Link>
      );
    default:
      return (
        <Link to={standing.href} className="button">
          {t(standing.kind === "begin" ? "home.start" : "home.continue", { title: standing.title })}
        </Link>
      );
  }
}

function Aside({ firm, edition }: PartnerHomeData) {
  const { t } = useTranslation("partner");
  const facts = [
    ...(firm === null ? [] : [[t("home.firm"), firm] as const]),
    [t("home.rules"), t("home.edition", { edition: edition.title })] as const,
  ];
  return (
    <aside className="flex flex-col gap-6">
      <section className="flex flex-col gap-3">
        <h2 className="text-base!">{t("home.facts")}</h2>
        <FactList facts={facts} />
      </section>
      <section className="flex flex-col gap-2 text-[0.95rem]">
        <h2 className="text-base!">{t("home.trust")}</h2>
        <p>{t("home.trustText")}</p>
        <p>
          <Link to={paths.trust()}>{t("home.trustLink")}</Link>
        </p>
      </section>
      <section className="flex flex-col gap-2 text-[0.95rem]">
        <h2 className="text-base!">{t("home.more")}</h2>
        <p>
          <Link to={paths.rules(edition.id)}>{t("home.readRules")}</Link>
        </p>
        <p>
          <Link to={paths.verifyAny()}>{t("home.verify")}</Link>
        </p>
      </section>
    </aside>
  );
}
