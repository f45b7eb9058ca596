import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { RepHomeData } from "./rep-home.server.ts";

/** What holds for this person, and who can help. */
export function RepHomeFacts({ edition, wave, country, validMonths, certificate, ...data }: RepHomeData) {
  const { t } = useTranslation("learning");
  const { day, moment, country: nameOf } = useFormats();
  const countryName = nameOf(country);
  const facts: [string, string][] = [
    [t("home.rules"), t("home.edition", { edition: edition.title })],
    [
      t("home.country"),
      wave
        ? t("home.countryFrom", { country: countryName, date: day(wave.effectiveAt) })
        : t("home.countryNone", { country: countryName }),
    ],
  ];
  if (wave) {
    const grace =
      wave.graceDays > 0
        ? t("home.graceUntil", { count: wave.graceDays, date: day(wave.graceEndsAt) })
        : t("home.graceNone");
    facts.push([t("home.grace"), grace]);
  }
  if (data.dueAt !== null) facts.push([t("home.dueFact"), moment(data.dueAt)]);
  if (certificate?.valid) facts.push([t("home.certifiedUntil"), day(certificate.until)]);
  else facts.push([t("home.validity"), t("home.validMonths", { count: validMonths })]);
  if (data.renewalOpensAt !== null) facts.push([t("home.renewal"), day(data.renewalOpensAt)]);
  return (
    <aside className="flex flex-col gap-6">
      <section className="flex flex-col gap-3">
        <h2 className="text-base!">{t("home.facts")}</h2>
        <dl className="facts">
          {facts.map(([term, value]) => (
            <div key={term} className="contents">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="flex flex-col gap-2 text-[0.95rem]">
        <h2 className="text-base!">{t("home.help")}</h2>
        <p>{data.lineManager ? t("home.helpManager", { name: data.lineManager }) : t("home.helpOffice")}</p>
        <p>
          <Link to={paths.rules(edition.id)}>{t("home.why")}</Link>
        </p>
      </section>
    </aside>
  );
}
