import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ListedFirm } from "#app/features/firms/list-firms.server.ts";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useFigures } from "./use-figures.ts";

/** Firms one below the other: columns on a desk, cards on a phone. */
export function FirmRows({ rows }: { rows: (ListedFirm & { open: boolean })[] }) {
  const { t } = useTranslation("firms");
  const { country, day } = useFormats();
  const { percent } = useFigures();
  return (
    <ul className="border-line flex flex-col border-t">
      {rows.map((firm) => (
        <li
          key={firm.id}
          className="border-line grid gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3fr)]"
        >
          <span>
            <Link to={paths.officeFirm(firm.id)} className="font-semibold">
              {firm.name}
            </Link>
            <span className="text-ink-3 block text-[0.95rem]">
              {[firm.externalId, country(firm.country), t(`tier.${firm.tier}`)].join(" · ")}
            </span>
          </span>
          <span className="text-ink-2 text-[0.95rem]">{firm.domains.join(", ") || t("list.noDomain")}</span>
          <span className="text-ink-2 text-[0.95rem]">
            {firm.people === 0 ? (
              <span className="block">{t("list.nobody")}</span>
            ) : (
              <>
                <Link to={paths.officeFirm(firm.id, { state: "joined" })} className="block tabular-nums">
                  {t("list.joined", firm)}
                </Link>
                <Link to={paths.officeFirm(firm.id, { next: "attended" })} className="block tabular-nums">
                  {t("list.attended", { ...firm, share: percent(firm.attended / firm.people) })}
                </Link>
              </>
            )}
            {firm.closedAt === null ? null : (
              <span className="text-warn block font-semibold">
                {t(firm.open ? "list.closes" : "list.closed", { when: day(firm.closedAt) })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
