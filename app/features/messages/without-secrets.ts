import type { MessageContent } from "#app/platform/db.server.ts";

/** The content without the paths of its secret links: what is kept of a message that needs them no more. */
export function withoutSecrets(content: MessageContent): MessageContent {
  if (!carriesSecret(content)) return content;
  return {
    ...content,
    blocks: content.blocks.map((block) => (block.kind === "action" && block.secret ? { ...block, path: "" } : block)),
  };
}

/** Whether there is a link in it that nobody but its reader may know. */
function carriesSecret({ blocks }: MessageContent): boolean {
  return blocks.some((block) => block.kind === "action" && block.secret === true && block.path !== "");
}

/** Whether a secret link was in it once: it could not be sent again as it was. */
export function hasLostSecret({ blocks }: MessageContent): boolean {
  return blocks.some((block) => block.kind === "action" && block.secret === true && block.path === "");
}
