import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { WatchView } from "./watch-view.ts";

type PlayerNoticesProps = {
  view: WatchView;
  filmFailed: boolean;
  /** A question was put off. */
  questionWaits: boolean;
  onGoOnHere: () => void;
  onLoadAgain: () => void;
  onAsk: () => void;
};

/** What keeps the replay from playing or counting, and what to do about it. */
export function PlayerNotices({ view, filmFailed, questionWaits, ...act }: PlayerNoticesProps) {
  const { t } = useTranslation("replays");
  const { stopped, offline, remark } = view;
  return (
    <div className="flex flex-col gap-3 empty:-mt-4" aria-live="polite">
      {filmFailed ? (
        <Notice tone="stop">
          <p>{t("player.mediaFailed")}</p>
          <Act onClick={act.onLoadAgain}>{t("player.tryAgain")}</Act>
        </Notice>
      ) : null}
      {stopped === "elsewhere" ? (
        <Notice tone="info">
          <p>{t("player.elsewhere")}</p>
          <Act onClick={act.onGoOnHere}>{t("player.goOnHere")}</Act>
        </Notice>
      ) : null}
      {stopped === "signed-out" ? (
        <Notice tone="warn">
          <p>{t("player.signedOut")}</p>
          <a href={paths.signIn()} className="self-start font-semibold">
            {t("player.signIn")}
          </a>
        </Notice>
      ) : null}
      {stopped === "unreachable" || stopped === "refused" ? (
        <Notice tone="warn">{t(`player.${stopped}`)}</Notice>
      ) : null}
      {offline && stopped === null ? <Notice tone="info">{t("player.offline")}</Notice> : null}
      {questionWaits ? (
        <Notice tone="info">
          <p>{t("question.waiting")}</p>
          <Act onClick={act.onAsk}>{t("question.open")}</Act>
        </Notice>
      ) : null}
      {remark && stopped === null ? <Notice tone="info">{t(`player.${remark}`)}</Notice> : null}
    </div>
  );
}

function Act({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="button button-small self-start" onClick={onClick}>
      {children}
    </button>
  );
}
