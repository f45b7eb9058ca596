import { type ReactNode, useContext } from "react";
import { NonceContext } from "#app/ui/nonce-context.ts";

const seconds = 3;
/** Most of it is over in a moment. */
const firstMs = 1000;

/**
 * Asks the page again and puts the new state in the place of the old one, so that nobody's reading or focus is lost as it
 * would be by loading the page anew. It stops with the work. When the server does not answer, it says so and tries again.
 * Read aloud is only that the state is another one, not every figure.
 */
const script = `(() => {
  const shown = document.getElementById("live-work");
  const said = document.getElementById("live-work-said");
  const lost = document.getElementById("live-work-lost");
  async function look() {
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      if (answer.status >= 500) throw new Error();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("live-work");
      if (!next) return location.reload();
      lost.hidden = true;
      const over = next.dataset.open !== "yes";
      if (over || !shown.contains(document.activeElement)) shown.innerHTML = next.innerHTML;
      if (said.textContent !== next.dataset.said) said.textContent = next.dataset.said;
      if (over) return;
    } catch { lost.hidden = false; }
    setTimeout(look, ${seconds * 1000});
  }
  setTimeout(look, ${firstMs});
})()`;

type LiveWorkProps = {
  open: boolean;
  /** The state in a word or two. */
  said: string;
  /** What is shown while the server does not answer. */
  lost: string;
  children: ReactNode;
};

/** Background work that changes by itself; without scripts the whole page is asked again every few seconds. */
export function LiveWork({ open, said, lost, children }: LiveWorkProps) {
  const nonce = useContext(NonceContext);
  return (
    <>
      <div id="live-work" data-open={open ? "yes" : "no"} data-said={said} className="flex w-full flex-col gap-6">
        {children}
      </div>
      {open ? (
        <>
          <p id="live-work-said" role="status" className="sr-only">
            {said}
          </p>
          <p id="live-work-lost" role="alert" hidden className="text-warn">
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
