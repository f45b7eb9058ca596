import type { MessageBlock } from "#app/platform/db.server.ts";
import type { WordedMessage } from "./message-words.ts";

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const styles = {
  body: `margin:0;padding:0;background-color:#fbfaf6;color:#1a1c1e;${font};font-size:16px;line-height:1.5`,
  page: "max-width:600px;margin:0 auto;padding:24px 20px",
  text: "margin:0 0 16px;white-space:pre-line",
  quote: "margin:0 0 16px;padding:4px 0 4px 14px;border-inline-start:4px solid #76797c",
  button:
    "display:inline-block;padding:12px 20px;border-radius:8px;background-color:#0b5a57;color:#ffffff;font-weight:600;text-decoration:none",
  small: "margin:0 0 8px;font-size:14px;color:#53575b;white-space:pre-line",
  rule: "margin:28px 0 16px;border:0;border-top:1px solid #dedacd",
};

/** For mail programs that follow the reader's dark setting; others keep the light colours, which stand on their own. */
const dark = [
  "body{background-color:#15171a!important;color:#eceae4!important}",
  ".small{color:#b0b4b7!important}",
  ".button{background-color:#6fc7bf!important;color:#06201f!important}",
  ".link{color:#6fc7bf!important}",
  "hr{border-color:#343a41!important}",
].join("");

/**
 * The HTML part of a mail: one column without tables, pictures or anything fetched; every word of the content escaped.
 * Styles stand at their elements, because some programs take away the head.
 */
export function renderHtml(message: WordedMessage): string {
  const { content, origin, lang, dir, choice, choicePath, sender } = message;
  const parts = [
    ...(content.greeting ? [p(content.greeting)] : []),
    ...content.blocks.map((block) => blockHtml(block, message)),
    `<hr style="${styles.rule}">`,
    p(sender, "small"),
    p(content.reasonLine, "small"),
    `<p class="small" style="${styles.small}">${escapeHtml(choice)}${choicePath ? ` ${link(origin, choicePath, choicePath)}` : ""}</p>`,
  ];
  return [
    `<!doctype html><html lang="${escapeHtml(lang)}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    `<title>${escapeHtml(content.subject)}</title>`,
    `<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${dark}}</style></head>`,
    `<body style="${styles.body}"><div style="${styles.page}">`,
    ...parts,
    "</div></body></html>",
  ].join("\n");
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

function p(text: string, kind: "text" | "small" = "text"): string {
  return `<p${kind === "small" ? ' class="small"' : ""} style="${styles[kind]}">${escapeHtml(text)}</p>`;
}

function link(origin: string, path: string, text: string): string {
  return `<a class="link" style="color:#0b5a57" href="${escapeHtml(origin + path)}">${escapeHtml(text)}</a>`;
}

function blockHtml(block: MessageBlock, { origin, linkGone }: WordedMessage): string {
  switch (block.kind) {
    case "text":
      return p(block.text);
    case "quote":
      return `<blockquote style="${styles.quote}">${p(block.text)}<p style="margin:0">${escapeHtml(block.by)}</p></blockquote>`;
    case "action":
      return block.path
        ? `<p style="margin:0 0 20px"><a class="button" style="${styles.button}" href="${escapeHtml(origin + block.path)}">${escapeHtml(block.label)}</a></p>`
        : p(`${block.label}: ${linkGone}`);
    case "facts":
      return `<dl style="margin:0 0 16px">${block.facts
        .map(
          ({ label, value }) =>
            `<dt class="small" style="font-size:14px;color:#53575b">${escapeHtml(label)}</dt><dd style="margin:0 0 8px">${escapeHtml(value)}</dd>`,
        )
        .join("")}</dl>`;
    case "list":
      return `${block.title ? p(block.title) : ""}<ul style="margin:0 0 16px;padding-inline-start:22px">${block.items
        .map(
          ({ text, path }) => `<li style="margin:0 0 6px">${path ? link(origin, path, text) : escapeHtml(text)}</li>`,
        )
        .join("")}</ul>`;
  }
}
