import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { StatePill } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { ReplayCard } from "./list-replay-cards.server.ts";
import { progressSentence } from "./progress-sentence.ts";
import { ShareBar } from "./share-bar.tsx";

/** Replays with picture, minutes and how far the reader is with each. */
export function ReplayCards({ cards }: { cards: readonly ReplayCard[] }) {
  return (
    <ul className="grid gap-6 sm:grid-cols-2">
      {cards.map((card) => (
        <li key={card.id}>
          <Card {...card} />
        </li>
      ))}
    </ul>
  );
}

function Card({ id, title, summary, minutes, poster, progress }: ReplayCard) {
  const { t } = useTranslation("replays");
  const { list } = useFormats();
  const { begun, complete } = progress;
  return (
    <article aria-labelledby={`replay-${id}`} className="panel flex h-full flex-col gap-3 overflow-hidden p-0! pb-5!">
      <div>
        <div className="bg-sunk relative aspect-video">
          {poster ? <img src={poster} alt="" width="1280" height="720" className="size-full object-cover" /> : null}
          <span className="absolute right-2 bottom-2 rounded bg-[#14161a] px-2 py-0.5 text-sm text-[#fff]">
            {t("common:minutes", { count: minutes })}
          </span>
        </div>
        <ShareBar progress={progress} />
      </div>
      <div className="flex flex-1 flex-col items-start gap-3 px-5">
        <h2 id={`replay-${id}`}>{title}</h2>
        <p className="text-ink-2">{summary}</p>
        {complete ? <StatePill tone="ok">{t("state.complete")}</StatePill> : null}
        <p className="text-ink-3 text-[0.95rem]">{progressSentence(progress, { t, list })}</p>
        <p className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-3 pt-1">
          <Link to={paths.replay(id)} reloadDocument className="button button-small" aria-describedby={`replay-${id}`}>
            {t(complete ? "watchAgain" : begun ? "goOn" : "watch")}
          </Link>
          <Link to={paths.replayTranscript(id)} reloadDocument aria-describedby={`replay-${id}`}>
            {t("readInstead")}
          </Link>
        </p>
      </div>
    </article>
  );
}
