import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Role } from "#app/features/access/roles.ts";
import { officeGroups } from "./office-entries.ts";

/** What somebody may open beside a path of their own, each with what it is for. */
export function OfficeList({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation("office");
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {officeGroups(roles).map(({ name, entries }) => (
        <section key={name} aria-labelledby={`office-${name}`}>
          <h2 id={`office-${name}`} className="eyebrow border-line border-b pb-2">
            {t(`group.${name}`)}
          </h2>
          <ul>
            {entries.map((entry) => (
              <li key={entry.name} className="border-line border-b py-3">
                <Link to={entry.to} className="font-semibold">
                  {t(`entry.${entry.name}.title`)}
                </Link>
                <span className="text-ink-2 block text-[0.95rem]">{t(`entry.${entry.name}.text`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
