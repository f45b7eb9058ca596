import { type NoticePreview, previewNotices } from "#app/features/notices/preview-notices.server.ts";
import type { NoticeSummary } from "#app/platform/db.server.ts";
import type { Command } from "../command.ts";
import { instantOption } from "./required-option.ts";

export const noticesPreviewCommand: Command = {
  name: "notices preview",
  usage: "[--at T]",
  summary:
    "Says which reminders would be sent, to how many and with which words, without sending any. T is an instant, or a day, which means what everybody gets on that day where they are; now unless given.",
  options: { at: { type: "string" } },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const text = typeof values.at === "string" ? values.at.trim() : null;
    const at = text === null ? null : instantOption("at", text);
    const { db, clock } = await app();
    const isDay = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
    const preview = await previewNotices(db, isDay ? { day: text } : { at: at ?? clock.now() });
    for (const line of describe(preview)) output.line(line);
    output.record({ type: "notices-preview", ...preview });
    return 0;
  },
};

function describe({ summary, population, withoutAddress, blast, examples }: NoticePreview): string[] {
  return [
    `${summary.mails} of ${population} people would get a mail.`,
    ...(blast ? ["That is more than goes out without a look: the run would stop and wait to be confirmed."] : []),
    ...(withoutAddress > 0 ? [`${withoutAddress} reps have something due and no e-mail address.`] : []),
    ...cut("By step", summary.steps),
    ...cut("By country", summary.countries),
    ...cut("By language", summary.languages),
    ...examples.flatMap(({ kind, toName, content }) => ["", `Example of a ${kind}, to ${toName}`, ...textOf(content)]),
  ];
}

function cut(title: string, counts: NoticeSummary["steps"]): string[] {
  if (counts.length === 0) return [];
  return [title, ...counts.map(({ value, mails }) => `  ${String(mails).padStart(6)}  ${value}`)];
}

function textOf({ subject, greeting, blocks, reasonLine }: NoticePreview["examples"][number]["content"]): string[] {
  const lines = blocks.flatMap((block) => {
    if (block.kind === "text") return [block.text];
    if (block.kind === "quote") return [`${block.by}: ${block.text}`];
    if (block.kind === "action") return [`${block.label}: ${block.path}`];
    if (block.kind === "facts") return block.facts.map(({ label, value }) => `${label}: ${value}`);
    return [...(block.title ? [block.title] : []), ...block.items.map(({ text }) => `- ${text}`)];
  });
  return [subject, greeting ?? "", ...lines, reasonLine].map((line) => `  ${line}`);
}
