import fc from "fast-check";
import { expect, test } from "vitest";
import { html, inside } from "./html.ts";

test("no value leaves its place, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "/", "\u2028") }), (value) => {
      const { __html } = inside(html`<a title="${value}">${value}</a>`);
      const [, title, text] = /^<a title="([^"<>]*)">([^<>]*)<\/a>$/s.exec(__html) ?? [];
      expect(title).toBe(text);
      expect(plain(text ?? "")).toBe(value);
    }),
  );
});

test("what is made of literals stays what it is, and nothing is nothing", () => {
  const row = html`<li>${"a & b"}${null}${false}${7}</li>`;
  expect(inside(html`<ul>${[row, row]}</ul>`, row).__html).toBe(
    "<ul><li>a &amp; b7</li><li>a &amp; b7</li></ul><li>a &amp; b7</li>",
  );
});

function plain(text: string): string {
  const signs: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => signs[entity] ?? entity);
}
