import { useTranslation } from "react-i18next";
import type { MessageBlock, MessageContent } from "#app/platform/db.server.ts";

type MessageBodyProps = {
  content: MessageContent;
  lang?: string;
  /** Not sent yet: its links are shown and lead nowhere. */
  preview?: boolean;
};

/** What a message says, as its reader sees it; a secret link that is kept no more is told as gone. */
export function MessageBody({ content, lang, preview = false }: MessageBodyProps) {
  return (
    <div className="flex max-w-[66ch] flex-col gap-4" lang={lang}>
      {content.greeting ? <p>{content.greeting}</p> : null}
      {content.blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a message never change.
        <Block key={place} block={block} preview={preview} />
      ))}
      <p className="text-ink-3 text-[0.95rem]">{content.reasonLine}</p>
    </div>
  );
}

function Block({ block, preview }: { block: MessageBlock; preview: boolean }) {
  const { t } = useTranslation("messages");
  switch (block.kind) {
    case "text":
      return <p className="whitespace-pre-line">{block.text}</p>;
    case "quote":
      return (
        <blockquote className="border-edge border-s-4 ps-4">
          <p className="whitespace-pre-line">{block.text}</p>
          <p className="text-ink-3">{block.by}</p>
        </blockquote>
      );
    case "action":
      if (preview) return <p className="text-accent font-semibold">{block.label}</p>;
      return block.path ? (
        <p>
          <a href={block.path} className="button">
            {block.label}
          </a>
        </p>
      ) : (
        <p>
          <strong>{block.label}</strong> <span className="text-ink-3">{t("mail.linkGone")}</span>
        </p>
      );
    case "facts":
      return (
        <dl className="facts">
          {block.facts.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return (
        <div>
          {block.title ? <p>{block.title}</p> : null}
          <ul className="list-disc ps-6">
            {block.items.map(({ text, path }) => (
              <li key={`${text} ${path}`}>{path && !preview ? <a href={path}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      );
  }
}
