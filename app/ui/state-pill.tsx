import type { ReactNode } from "react";
import { type Html, html, inside } from "./html.ts";

export type Tone = "ok" | "warn" | "stop" | "info";

/** One shape a tone, so that a state is told by word and shape and not by colour alone. */
const shapes: Record<Tone, Html> = {
  ok: html`<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.2l2.3 2.3 4.5-5" class="stroke-card" fill="none" stroke-width="1.8" stroke-linecap="round"/>`,
  warn: html`<path d="M8 1.2l7.2 13H.8z" fill="currentColor"/><path d="M8 6v4M8 12v.2" class="stroke-card" stroke-width="1.8" stroke-linecap="round"/>`,
  stop: html`<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor"/><path d="M4.5 8h7" class="stroke-card" stroke-width="2" stroke-linecap="round"/>`,
  info: html`<rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor"/><path d="M8 7v5M8 4v.2" class="stroke-card" stroke-width="2" stroke-linecap="round"/>`,
};

const colors: Record<Tone, string> = {
  ok: "text-ok bg-ok-soft",
  warn: "text-warn bg-warn-soft",
  stop: "text-stop bg-stop-soft",
  info: "text-info bg-info-soft",
};

const pill = "inline-flex items-start gap-2 rounded-2xl py-0.5 pr-3 pl-2 text-sm font-[650]";
const icon = { width: 16, height: 16, viewBox: "0 0 16 16", className: "mt-1 shrink-0" };

export function StateIcon({ tone }: { tone: Tone }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: literal shapes.
  return <svg {...icon} aria-hidden="true" dangerouslySetInnerHTML={inside(shapes[tone])} />;
}

export function StatePill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${pill} ${colors[tone]}`}>
      <StateIcon tone={tone} />
      <span>{children}</span>
    </span>
  );
}

/** The same for the rows of long lists. */
export function statePill(tone: Tone, text: string): Html {
  const { width, height, viewBox, className } = icon;
  return html`<span class="${pill} ${colors[tone]}"><svg width="${width}" height="${height}" viewBox="${viewBox}" class="${className}" aria-hidden="true">${shapes[tone]}</svg><span>${text}</span></span>`;
}
