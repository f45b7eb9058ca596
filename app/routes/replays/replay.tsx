import { type HeadersFunction, json, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ReplayPlayer } from "#app/features/player/replay-player.tsx";
import { contentSecurityPolicy } from "#app/platform/http/security-headers.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { loadReplay } from "./replay.server.ts";

/** The one page that cannot do without: what is watched is counted while it plays. */
export const handle = { scripts: true };

export const meta: MetaFunction = pageTitle("{{title}}", (data) => data as { title: string });

export const loader = pageLoader("replays:watch", async ({ app, context, viewer, params }) => {
  const { film, ...data } = await loadReplay(app, { personId: viewer.person.id, replayId: params.replayId ?? "" });
  const policy = contentSecurityPolicy({ nonce: context.nonce, development: app.env.development, film });
  return json(data, { headers: { "content-security-policy": policy } });
});

export const headers: HeadersFunction = ({ loaderHeaders }) => {
  const policy = loaderHeaders.get("content-security-policy");
  return new Headers(policy ? { "content-security-policy": policy } : {});
};

export default function ReplayPage() {
  const { t } = useTranslation("replays");
  const { title, summary, begun, player } = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p>
          <Link to={paths.replays()} reloadDocument>
            {t("back")}
          </Link>
        </p>
        <h1>{title}</h1>
        <p className="text-ink-2 max-w-[66ch] max-sm:hidden">{summary}</p>
      </div>
      <noscript>
        <div className="flex max-w-[66ch] flex-col items-start gap-4">
          <p>{t("player.noScripts")}</p>
          <a href={paths.replayTranscript(player.replay.id)} className="button">
            {t("readInstead")}
          </a>
          {/* biome-ignore lint/a11y/useMediaCaption: its captions are below, made from data */}
          <video controls preload="none" className="w-full" src={player.film.url} poster={player.poster ?? undefined}>
            {player.captions.map(({ language, label, url }) => (
              <track key={language} kind="captions" srcLang={language} label={label} src={url} />
            ))}
          </video>
        </div>
      </noscript>
      <ReplayPlayer data={player} begun={begun} />
    </div>
  );
}
