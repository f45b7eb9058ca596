import { expect } from "vitest";
import type { Pages } from "./make-pages.ts";
import type { MadeRelease } from "./make-release.ts";

/** The text nodes of a page, and what its attributes say to a reader. */
function textsOf(html: string): string[] {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  const attributes = [...body.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  return [...body.split(/<[^>]*>/), ...attributes]
    .map((text) =>
      text
        .replaceAll("&#x27;", "'")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&")
        .replace(/&[lg]t;/g, "")
        .trim(),
    )
    .filter((text) => /[a-z]{2}/.test(text));
}

/** A text of the catalogue may stand within another. */
function withoutBrackets(text: string): string {
  const less = text.replace(/\[[^[\]]*\]/g, " ");
  return less === text ? text : withoutBrackets(less);
}

/** In the strange language every text of the catalogue stands in brackets; what is left is data or hard-coded. */
function hardCoded(html: string, data: string): string[] {
  return textsOf(html).filter((text) => {
    const outside = withoutBrackets(text)
      .trim()
      .replace(/^\d+\. /, "");
    const dated = outside
      .replace(
        /\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}\b|\b[A-Z][a-z]{2} \d{1,2}\b|\bat\b|\(.*Time\)/g,
        "",
      )
      .trim();
    return dated.split(/\s*·\s*/).some((part) => /[a-z]{2}/.test(part) && !data.includes(part));
  });
}

export async function expectCatalogueTexts(pages: Pages, cookie: string | undefined, urls: string[], data: string) {
  for (const url of urls) {
    const { status, body } = await pages.visit(url, cookie ? { cookie } : {});
    expect(status, url).toBeLessThan(500);
    expect(body, url).toContain('lang="en-XA"');
    expect(hardCoded(body, data), url).toEqual([]);
  }
}

export function everythingOf(release: MadeRelease, extra: string[]): string {
  return [...stringsIn(release), ...extra].join("\n");
}

export function stringsIn(data: unknown): string[] {
  const texts: string[] = [];
  JSON.stringify(data, (_, value) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  return texts;
}

export function countryNames(): string {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters.flatMap((a) => letters.map((b) => names.of(a + b) ?? "")).join("\n");
}
