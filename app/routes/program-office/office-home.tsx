import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "#app/features/access/roles.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { OfficeList } from "./office-list.tsx";

type OfficeHomeProps = {
  name: string;
  roles: readonly Role[];
  /** What needs a look first, such as the figures of a team. */
  children: ReactNode;
};

/** Home of people who have no path of their own: the program office, auditors. */
export function OfficeHome({ name, roles, children }: OfficeHomeProps) {
  const { t } = useTranslation("office");
  const { list } = useFormats();
  const named = list(roles.map((role) => t(`role.${role}`)));
  return (
    <>
      <div className="flex max-w-[66ch] flex-col gap-3">
        <h1>{t("title", { name })}</h1>
        <p className="text-ink-2">{t(roles.length > 0 ? "signedIn" : "noRole", { roles: named })}</p>
      </div>
      {children}
      <OfficeList roles={roles} />
    </>
  );
}
