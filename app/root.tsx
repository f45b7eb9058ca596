import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, useMatches, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import { findViewer } from "./features/access/require-viewer.server.ts";
import { isAllowed } from "./features/access/roles.ts";
import { fullName } from "./features/people/full-name.ts";
import { formatLocale, interfaceIn, localeFor } from "./platform/i18n.ts";
import { preferredLanguages } from "./platform/preferred-languages.ts";
import stylesheet from "./ui/app.css?url";
import { NonceContext } from "./ui/nonce-context.ts";
import { ProblemPage } from "./ui/problem-page.tsx";
import { SiteHeader } from "./ui/site-header.tsx";

/** For pages without a title of their own, such as those that say what went wrong. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: interfaceIn(data?.locale ?? "en").t("common:product") },
];

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** What a refusal says about when to come back; for the pages that are in its place. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const seconds = errorHeaders?.get("retry-after");
  return new Headers(seconds ? { "retry-after": seconds } : {});
};

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await findViewer({ context, request });
  const preferred = preferredLanguages(request.headers.get("accept-language"));
  const locale = localeFor(viewer ? [viewer.person.language, ...preferred] : preferred);
  return {
    locale,
    formats: viewer
      ? { locale: formatLocale(locale, viewer.person.country), timeZone: viewer.person.timeZone }
      : { locale: formatLocale(locale, "GB"), timeZone: "UTC" },
    requestId: context.requestId,
    viewer: viewer && {
      name: fullName(viewer.person),
      learner: isAllowed(viewer.roles, "learning:own"),
      deals: isAllowed(viewer.roles, "deals:own"),
      team: isAllowed(viewer.roles, "team:read"),
      firm: isAllowed(viewer.roles, "firm:read"),
      replays: isAllowed(viewer.roles, "replays:watch"),
      trust: viewer.person.kind === "partner" && isAllowed(viewer.roles, "trust:read"),
    },
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const { i18n, t } = useTranslation();
  const data = useRouteLoaderData<typeof loader>("root");
  const scripts = useMatches().some(({ handle }) => (handle as { scripts?: boolean } | undefined)?.scripts);
  return (
    <html lang={i18n.language} dir={i18n.dir()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="description" content={t("description")} />
        <Meta />
        <Links />
      </head>
      <body>
        <a href="#main" className="bg-card sr-only focus:not-sr-only focus:absolute focus:z-10 focus:p-3">
          {t("skip")}
        </a>
        <SiteHeader viewer={data?.viewer ?? null} />
        <main id="main" className="mx-auto max-w-[1080px] px-4 pt-6 pb-16 sm:px-8 sm:pt-10 sm:pb-20">
          {children}
        </main>
        {scripts ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
