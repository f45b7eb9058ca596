import fc from "fast-check";
import { expect, test } from "vitest";
import type { MessageContent } from "#app/platform/db.server.ts";
import { messageWords } from "./message-words.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import { wrapText } from "./wrap-text.ts";

const content: MessageContent = {
  subject: "Seven days are left",
  greeting: "Hello Ada,",
  blocks: [
    { kind: "text", text: "Two steps are left until you may claim deals. ".repeat(4) },
    { kind: "quote", by: "Grace Hopper", text: "Please do it this week.\nI am here to help." },
    { kind: "action", label: "Go on", path: "/program/lessons/installed-base" },
    { kind: "action", label: "Join", path: "", secret: true },
    {
      kind: "facts",
      facts: [
        { label: "Due", value: "17 January 2026" },
        { label: "Left", value: "25 minutes" },
      ],
    },
    {
      kind: "list",
      title: "Who cannot claim:",
      items: [
        { text: "Ada Tester", path: "/team/people/1" },
        { text: "Alan Tester", path: null },
      ],
    },
  ],
  reasonLine: "You get this because the rules of engagement apply to you.",
};

function words(given: Partial<Parameters<typeof messageWords>[0]> = {}) {
  return messageWords({
    content,
    language: "en",
    optional: false,
    origin: "https://c.example",
    choicePath: null,
    ...given,
  });
}

test("a message as text", () => {
  expect(renderText(words({ optional: true, choicePath: "/mail/unsubscribe/t" }))).toBe(`Hello Ada,

Two steps are left until you may claim deals. Two steps are left until you may
claim deals. Two steps are left until you may claim deals. Two steps are left
until you may claim deals.

Grace Hopper:
> Please do it this week.
> I am here to help.

Go on:
https://c.example/program/lessons/installed-base

Join:
The link stands in the mail alone and is not kept here.

Due: 17 January 2026
Left: 25 minutes

Who cannot claim:
- Ada Tester
  https://c.example/team/people/1
- Alan Tester

-- 
Cleared

You get this because the rules of engagement apply to you.

You may refuse mail like this:
https://c.example/mail/unsubscribe/t
`);
});

test("required mail says that it cannot be refused, in text and HTML", () => {
  for (const part of [renderText(words()), renderHtml(words())]) {
    expect(part).toContain("so it cannot be");
    expect(part).not.toContain("unsubscribe");
  }
});

test("every block of the content is in the HTML, which loads nothing and names its language", () => {
  const html = renderHtml(words({ optional: true, choicePath: "/mail/unsubscribe/t" }));
  for (const text of [
    "Hello Ada,",
    "Grace Hopper",
    "17 January 2026",
    "Alan Tester",
    "is not kept here",
    "apply to you",
  ])
    expect(html).toContain(text);
  for (const path of ["/program/lessons/installed-base", "/team/people/1", "/mail/unsubscribe/t"])
    expect(html).toContain(`href="https://c.example${path}"`);
  expect(html).toContain('<html lang="en" dir="ltr">');
  expect(html).not.toMatch(/<(img|link|script|iframe|table)|src=|url\(|@import/);
});

test("whatever a content says, it is text in the HTML", () => {
  const any = fc.string({ minLength: 1, unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "/", " ", "=", "s") });
  const tags = (html: string) => html.match(/<[^>]*>/g)?.length;
  fc.assert(
    fc.property(any, (text) => {
      const said = (value: string): MessageContent => ({
        ...{ subject: value, greeting: value, reasonLine: value },
        blocks: [
          { kind: "quote", by: value, text: value },
          { kind: "action", label: value, path: `/${value}` },
        ],
      });
      const [html, plain] = [renderHtml(words({ content: said(text) })), renderHtml(words({ content: said("x") }))];
      expect(tags(html)).toBe(tags(plain));
    }),
  );
});

test("lines hold at most their width but for addresses, and no word is lost", () => {
  const word = fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
    fc.constant(`https://c.example/${"x".repeat(90)}`),
  );
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom("", "> ", "- "), (list, first) => {
      const text = list.join(" ");
      const lines = wrapText(text, { width: 78, first });
      for (const line of lines) expect(line.length <= 78 || line.includes("https://")).toBe(true);
      const bare = lines.map((line) => line.slice(first.length)).join("");
      expect(bare.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});
