import { type ReactNode, useContext } from "react";
import { NonceContext } from "#app/ui/nonce-context.ts";

const seconds = 3;
/** Most of it is over in a moment. */
const firstMs = 1000;

/**
 * Asks the page again and puts the new state in the place of the old one, so that nobody's reading or focus is lost as it
 * would be by loading the page anew. It stops with the work. When the server does not answer, it says so and tries again.
 */
const script = `(() => {
  const wait = ${seconds * 1000};
  async function look() {
    const shown = document.getElementById("live-work");
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("live-work");
      if (!next) return location.reload();
      if (shown.innerHTML !== next.innerHTML && !shown.contains(document.activeElement)) shown.innerHTML = next.innerHTML;
      shown.dataset.open = next.dataset.open;
      document.getElementById("live-work-lost").hidden = true;
      if (next.dataset.open !== "yes") { shown.innerHTML = next.innerHTML; return; }
    } catch { document.getElementById("live-work-lost").hidden = false; }
    setTimeout(look, wait);
  }
  if (document.getElementById("live-work").dataset.open === "yes") setTimeout(look, ${firstMs});
})()`;

/** Background work that changes by itself; without scripts the whole page is asked again every few seconds. */
export function LiveWork({ open, lost, children }: { open: boolean; lost: string; children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <>
      <div id="live-work" data-open={open ? "yes" : "no"} aria-live="polite" className="flex w-full flex-col gap-6">
        {children}
      </div>
      {open ? (
        <>
          <p id="live-work-lost" role="status" hidden className="text-warn">
            {lost}
          </p>
          <noscript>
            <meta httpEquiv="refresh" content={String(seconds)} />
          </noscript>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file. */}
          <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
        </>
      ) : null}
    </>
  );
}
