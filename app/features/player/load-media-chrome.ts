import * as parts from "./media-chrome-parts.ts";

type Templated = { getTemplateHTML?: (...given: never[]) => string };

/**
 * Makes the elements of the player known to the browser. Each brings a style sheet of its own inside its template, which
 * the policy of our pages allows only with the nonce of this document. To be called before any of them is on the page.
 */
export function loadMediaChrome(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
  const classes = new Set<Templated>();
  for (const part of Object.values<unknown>(parts))
    for (let one = part; typeof one === "function" && one !== HTMLElement; one = Object.getPrototypeOf(one))
      if (Object.hasOwn(one, "getTemplateHTML")) classes.add(one as Templated);
  for (const one of classes) {
    const template = one.getTemplateHTML;
    one.getTemplateHTML = function withNonce(this: unknown, ...given: never[]) {
      return (template?.apply(this, given) ?? "").replace(/<style(?![^>]*\bnonce=)/g, `<style nonce="${nonce}"`);
    };
  }
}
