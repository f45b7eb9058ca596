import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonPageData } from "./person.server.ts";
import { useTeamLinks } from "./use-team-links.ts";

/** Certifications, holds, refused claims and who is above. */
export function PersonLists({ certifications, editions, holds, refusals, managers }: PersonPageData) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { day, moment } = useFormats();
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <List title={t("person.certifications")} none={t("person.noCertifications")}>
        {certifications.map(({ number, editionId, validFrom, validUntil }) => (
          <li key={number}>
            {t("person.certification", {
              number,
              edition: editions[editionId] ?? editionId,
              from: day(validFrom),
              until: day(validUntil),
            })}
          </li>
        ))}
      </List>
      <List title={t("person.holds")} none={t("person.noHolds")}>
        {holds.map(({ id, caseReference, openedAt, liftedAt }) => (
          <li key={id}>
            {t(liftedAt === null ? "person.hold" : "person.holdLifted", {
              ...{ reference: caseReference, from: day(openedAt), until: day(liftedAt) },
            })}
          </li>
        ))}
      </List>
      <List title={t("person.refusals")} none={t("person.noRefusals")}>
        {refusals.map(({ id, dealReference, refusedAt, reason }) => (
          <li key={id}>
            {t("person.refusal", { deal: dealReference, at: moment(refusedAt), reason: t(`reason.${reason}`) })}
          </li>
        ))}
      </List>
      <List title={t("person.managers")} none={t("person.noManagers")}>
        {managers.map(({ employeeId, name, inSight }) => (
          <li key={employeeId}>{inSight ? <Link to={links.team({ manager: employeeId })}>{name}</Link> : name}</li>
        ))}
      </List>
    </div>
  );
}

function List({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <ul className="flex flex-col gap-1">{children}</ul>
      )}
    </section>
  );
}
