import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type StepState = "done" | "next" | "later";

type StepRowProps = {
  state: StepState;
  /** The state in a word. */
  label: string;
  title: string;
  /** Where it is, unless it is closed. */
  href: string | null;
  note?: ReactNode;
  minutes: string;
  /** When it was done, in words. */
  doneOn?: string | undefined;
  /** The button of the next step. */
  go: { text: string; label: string };
};

/** One line of a task list: its state, its title, how long it takes, and for the next one the way there. */
export function StepRow({ state, label, title, href, note, minutes, doneOn, go }: StepRowProps) {
  const next = state === "next";
  return (
    <li
      aria-current={next ? "step" : undefined}
      className={`grid grid-cols-[24px_1fr_auto] items-center gap-x-4 gap-y-2 border-b px-1 py-3.5 ${next ? "bg-accent-soft -mx-3 rounded-lg border-transparent px-4!" : "border-line"}`}
    >
      <StepMark state={state} label={label} />
      <span className="min-w-0 font-semibold">
        {href === null ? (
          title
        ) : (
          <Link to={href} className="text-ink no-underline hover:underline">
            {title}
          </Link>
        )}
        {note}
      </span>
      <span className="text-ink-3 flex flex-wrap items-center justify-end gap-x-4 gap-y-1 text-[0.92rem] whitespace-nowrap tabular-nums">
        <span className={next || doneOn !== undefined ? "hidden sm:inline" : undefined}>{minutes}</span>
        {doneOn === undefined ? null : <span>{doneOn}</span>}
        {next && href !== null ? (
          <Link to={href} className="button button-small" aria-label={go.label}>
            {go.text}
          </Link>
        ) : null}
      </span>
    </li>
  );
}

/** Whether a step is done, next or later, as a sign with a word. */
export function StepMark({ state, label }: { state: StepState; label: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" role="img" aria-label={label}>
      {state === "done" ? (
        <>
          <circle cx="9" cy="9" r="8.5" className="fill-ok" />
          <path d="M5.2 9.3l2.6 2.6 5-5.6" fill="none" className="stroke-paper" strokeWidth="2" strokeLinecap="round" />
        </>
      ) : (
        <circle
          cx="9"
          cy="9"
          r="7.5"
          fill="none"
          className={state === "next" ? "stroke-accent" : "stroke-ink-3"}
          strokeWidth="2"
        />
      )}
      {state === "next" ? <circle cx="9" cy="9" r="3.5" className="fill-accent" /> : null}
    </svg>
  );
}
