import { expect, test } from "vitest";
import { interfaceIn } from "#app/platform/i18n.ts";
import { formatList } from "#app/ui/use-list.ts";
import { progressSentence } from "./progress-sentence.ts";
import { type ReplayProgress, replayProgress } from "./replay-progress.ts";

const replay = { chapters: ["a", "b", "c"].map((id) => ({ id })), threshold: 0.9 };
const begun = { begun: true, complete: false, share: 0.62, chaptersNeeded: ["c"], questionsLeft: 0 };

test.each<[Partial<typeof begun>, string]>([
  [{ begun: false, share: 0, questionsLeft: 3 }, "Not started. It counts with 90% watched and 3 questions answered."],
  [{ begun: false, share: 0 }, "Not started. It counts with 90% watched."],
  [{}, "You have watched 62%. Chapter 3 is still needed."],
  [
    { chaptersNeeded: ["a", "c"], questionsLeft: 1 },
    "You have watched 62%. Chapters 1 and 3 are still needed. One question is still open.",
  ],
  [{ chaptersNeeded: ["a", "b", "c"] }, "You have watched 62%. Chapters 1, 2 and 3 are still needed."],
  [{ chaptersNeeded: [], share: 0.899999 }, "You have watched 89%. At least 90% is needed."],
  [{ chaptersNeeded: [], share: 0.29 }, "You have watched 29%. At least 90% is needed."],
  [{ chaptersNeeded: [], share: 1, questionsLeft: 2 }, "You have watched 100%. 2 questions are still open."],
  [{ complete: true, chaptersNeeded: [] }, "You have watched this replay, and it counts."],
])("%j: %s", (given, sentence) => {
  const progress: ReplayProgress = replayProgress(replay, { ...begun, ...given });
  const t = interfaceIn("en").getFixedT(null, "replays");
  expect(progressSentence(progress, { t, list: (parts) => formatList(parts, "en-GB") })).toBe(sentence);
});
