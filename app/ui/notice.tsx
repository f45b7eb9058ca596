import type { ReactNode } from "react";
import { StateIcon, type Tone } from "./state-pill.tsx";

const colors: Record<Tone, string> = {
  ok: "bg-ok-soft [&_strong]:text-ok [&>svg]:text-ok",
  warn: "bg-warn-soft [&_strong]:text-warn [&>svg]:text-warn",
  stop: "bg-stop-soft [&_strong]:text-stop [&>svg]:text-stop",
  info: "bg-info-soft [&_strong]:text-info [&>svg]:text-info",
};

/** What has just happened, in a box of its own. `alert` when it answers what the person did. */
export function Notice({ tone, alert = false, children }: { tone: Tone; alert?: boolean; children: ReactNode }) {
  return (
    <div className={`flex gap-2.5 rounded-lg px-4 py-3 ${colors[tone]}`} {...(alert ? { role: "alert" } : {})}>
      <StateIcon tone={tone} />
      <div className="flex min-w-0 flex-col gap-1">{children}</div>
    </div>
  );
}
