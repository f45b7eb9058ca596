import type { TFunction } from "i18next";
import { type ReplayProgress, wholePercent } from "./replay-progress.ts";

type Words = { t: TFunction<"replays">; list: (parts: readonly string[]) => string };

/** "You have watched 62 %. Chapter 3 is still needed." */
export function progressSentence(progress: ReplayProgress, { t, list }: Words): string {
  const { begun, complete, share, threshold, chaptersNeeded, questionsLeft } = progress;
  if (complete) return t("progress.complete");
  const percent = wholePercent(threshold);
  if (!begun) return t("progress.none", { percent, questions: t("progress.toAnswer", { count: questionsLeft }) });
  const needed = [
    ...(chaptersNeeded.length > 0
      ? [t("progress.chapters", { count: chaptersNeeded.length, list: list(chaptersNeeded.map(String)) })]
      : []),
    ...(chaptersNeeded.length === 0 && share < threshold ? [t("progress.share", { percent })] : []),
    ...(questionsLeft > 0 ? [t("progress.questions", { count: questionsLeft })] : []),
  ];
  return [t("progress.watched", { percent: wholePercent(share) }), ...needed].join(" ");
}
