/** The widgets a lesson may use. Each attribute is required; a list names the only values it takes. */
export const lessonWidgets: Record<string, { attributes: Record<string, readonly string[] | null>; holds: boolean }> = {
  Clause: { attributes: { id: null }, holds: false },
  Practice: { attributes: { scenario: null }, holds: false },
  Gain: { attributes: { side: ["direct", "partner", "customer"] }, holds: true },
  Edge: { attributes: {}, holds: true },
  Monday: { attributes: {}, holds: true },
  AuthorNote: { attributes: {}, holds: true },
};

/** The HTML elements of a compiled lesson, and the attributes each may carry. */
export const lessonTags: Record<string, readonly string[]> = {
  p: [],
  h2: ["id"],
  h3: ["id"],
  ul: [],
  ol: ["start"],
  li: [],
  em: [],
  strong: [],
  blockquote: [],
  a: ["href"],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: [],
  td: [],
  code: [],
  br: [],
  hr: [],
};
