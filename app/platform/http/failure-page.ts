import type { AppError } from "../errors.ts";
import { problemKinds } from "./problem-kinds.ts";

/**
 * The page for a failure that comes before any page can be made: a form that is too large, a request from elsewhere,
 * an overloaded server. Plain on purpose: it needs no style sheet, no script and no database.
 */
export function failurePage(error: AppError, requestId: string): string {
  const title = escapeHtml(problemKinds[error.code].title);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeHtml(error.message)}</p>
<p><a href="/">Go to the start page</a></p>
<p><small>If you ask for help, name this request: ${escapeHtml(requestId)}</small></p>
</main>
</body>
</html>
`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
