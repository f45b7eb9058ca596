import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "stop" | "info";

/** One shape a tone, so that a state is told by word and shape and not by colour alone. */
const shapes: Record<Tone, ReactNode> = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.2l2.3 2.3 4.5-5" className="stroke-card" fill="none" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  warn: (
    <>
      <path d="M8 1.2l7.2 13H.8z" fill="currentColor" />
      <path d="M8 6v4M8 12v.2" className="stroke-card" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  stop: (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
      <path d="M4.5 8h7" className="stroke-card" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  info: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
      <path d="M8 7v5M8 4v.2" className="stroke-card" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
};

const colors: Record<Tone, string> = {
  ok: "text-ok bg-ok-soft",
  warn: "text-warn bg-warn-soft",
  stop: "text-stop bg-stop-soft",
  info: "text-info bg-info-soft",
};

export function StateIcon({ tone }: { tone: Tone }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="mt-1 shrink-0">
      {shapes[tone]}
    </svg>
  );
}

export function StatePill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-start gap-2 rounded-2xl py-0.5 pr-3 pl-2 text-sm font-[650] ${colors[tone]}`}>
      <StateIcon tone={tone} />
      <span>{children}</span>
    </span>
  );
}
