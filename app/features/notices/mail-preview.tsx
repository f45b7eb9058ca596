import type { MessageBlock, MessageContent } from "#app/platform/db.server.ts";

/** A mail as its reader gets it, but for the looks: the same words in the same order. Its links are not followed here. */
export function MailPreview({ content }: { content: MessageContent }) {
  return (
    <div className="panel flex max-w-[66ch] flex-col gap-3">
      <p className="font-semibold">{content.subject}</p>
      {content.greeting ? <p>{content.greeting}</p> : null}
      {content.blocks.map((block, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a mail have no other name and never change places.
        <Block key={n} block={block} />
      ))}
      <p className="text-ink-3 border-line border-t pt-3 text-[0.95rem]">{content.reasonLine}</p>
    </div>
  );
}

function Block({ block }: { block: MessageBlock }) {
  if (block.kind === "text") return <p>{block.text}</p>;
  if (block.kind === "action") return <p className="text-accent font-semibold">{block.label}</p>;
  if (block.kind === "quote")
    return (
      <figure className="border-line flex flex-col gap-1 border-l-4 pl-4">
        <figcaption className="text-ink-3">{block.by}</figcaption>
        <blockquote className="whitespace-pre-line">{block.text}</blockquote>
      </figure>
    );
  if (block.kind === "facts")
    return (
      <dl className="facts">
        {block.facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <div className="flex flex-col gap-1">
      {block.title ? <p className="font-semibold">{block.title}</p> : null}
      <ul className="list-disc pl-6">
        {block.items.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
