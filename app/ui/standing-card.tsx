import type { ReactNode } from "react";
import { StatePill, type Tone } from "./state-pill.tsx";

const edges: Record<Tone, string> = {
  ok: "border-l-ok",
  warn: "border-l-warn",
  stop: "border-l-stop",
  info: "border-l-info",
};

type StandingCardProps = { tone: Tone; state: string; title: string; picture?: ReactNode; children: ReactNode };

/** The first thing on a page: one state, one sentence, one next step. */
export function StandingCard({ tone, state, title, picture, children }: StandingCardProps) {
  return (
    <section
      className={`bg-card border-line flex flex-col gap-5 rounded-[10px] border border-l-[6px] p-5 sm:flex-row sm:items-center sm:gap-7 sm:px-8 sm:py-7 ${edges[tone]}`}
    >
      {picture}
      <div className="flex min-w-0 flex-col items-start gap-3">
        <StatePill tone={tone}>{state}</StatePill>
        <h1>{title}</h1>
        {children}
      </div>
    </section>
  );
}
