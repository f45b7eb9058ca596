import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Seal } from "./seal.tsx";

type SiteHeaderProps = {
  viewer: ({ name: string } & Record<"learner" | "deals" | "team" | "firm" | "replays" | "trust", boolean>) | null;
};

/** On every page. Its links load the page anew: hardly a page has scripts that could do anything else. */
export function SiteHeader({ viewer }: SiteHeaderProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const links = viewer
    ? [
        { to: paths.home(), text: t("nav.home") },
        ...(viewer.learner ? [{ to: paths.program(), text: t("nav.program") }] : []),
        ...(viewer.deals ? [{ to: paths.deals(), text: t("nav.deals") }] : []),
        ...(viewer.team ? [{ to: paths.team(), text: t("nav.team") }] : []),
        ...(viewer.firm ? [{ to: paths.firm(), text: t("nav.firm") }] : []),
        ...(viewer.replays ? [{ to: paths.replays(), text: t("nav.replays") }] : []),
        ...(viewer.trust ? [{ to: paths.trust(), text: t("trust:nav") }] : []),
        { to: paths.currentRules(), text: t("nav.rules") },
        { to: paths.record(), text: t("nav.record") },
      ]
    : [];
  return (
    <header className="border-line flex flex-wrap items-center gap-x-6 gap-y-2 border-b px-4 py-3 sm:px-8">
      <a href={paths.home()} className="text-ink flex items-center gap-2.5 font-bold tracking-tight no-underline">
        <Seal done={8} total={8} size={26} closed />
        {t("product")}
      </a>
      {viewer ? (
        <button type="button" className="menu-button" {...{ popovertarget: "site-menu" }}>
          {t("nav.menu")}
        </button>
      ) : null}
      <div id="site-menu" className="site-menu" {...(viewer ? { popover: "auto" } : {})}>
        {links.length > 0 ? (
          <nav
            aria-label={t("nav.label")}
            className="flex flex-wrap gap-x-5 max-sm:flex-col sm:order-last sm:basis-full lg:order-none lg:flex-1 lg:basis-auto"
          >
            {links.map(({ to, text }) => (
              <a
                key={to}
                href={to}
                aria-current={isWithin(pathname, to) ? "page" : undefined}
                className="text-ink-2 aria-[current=page]:text-ink aria-[current=page]:border-accent border-b-2 border-transparent py-1 no-underline max-sm:py-2.5"
              >
                {text}
              </a>
            ))}
          </nav>
        ) : (
          <span className="flex-1" />
        )}
        {viewer ? (
          <div className="flex min-w-0 items-center justify-between gap-x-4 text-[0.92rem] sm:flex-1 sm:basis-32 sm:justify-end lg:flex-none lg:basis-auto">
            <a href={paths.password()} className="text-ink-2 sm:text-right" title={t("nav.account")}>
              {viewer.name}
            </a>
            <form method="post" action={paths.signOut()}>
              <button
                type="submit"
                className="text-accent cursor-pointer py-1 whitespace-nowrap underline underline-offset-[3px]"
              >
                {t("nav.signOut")}
              </button>
            </form>
          </div>
        ) : (
          <a href={paths.signIn()}>{t("nav.signIn")}</a>
        )}
      </div>
    </header>
  );
}

/** Whether an address is that of a link in the header, or lies below it. */
function isWithin(pathname: string, to: string): boolean {
  return pathname === to || (to !== paths.home() && pathname.startsWith(`${to}/`));
}
