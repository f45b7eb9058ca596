import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listReplayCards } from "#app/features/replays/list-replay-cards.server.ts";
import { ReplayCards } from "#app/features/replays/replay-cards.tsx";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";

export const meta: MetaFunction = pageTitle("replays:title");

export const loader = pageLoader("replays:watch", async ({ app, viewer }) => ({
  cards: await listReplayCards({ ...app, personId: viewer.person.id }),
}));

export default function Replays() {
  const { t } = useTranslation("replays");
  const { cards } = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col gap-6">
      <div className="flex max-w-[66ch] flex-col gap-2">
        <h1>{t("title")}</h1>
        <p className="text-ink-2">{t(cards.length > 0 ? "intro" : "none")}</p>
      </div>
      <ReplayCards cards={cards} />
    </div>
  );
}
