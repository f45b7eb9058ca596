import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import type { Done } from "./done.ts";

const warnings = ["tooSoon", "tooOften", "hasJoined", "notLinked", "gone"];

/** What the form before has done. */
export function DoneNotice({ done }: { done: Done | null }) {
  const { t } = useTranslation("firms");
  if (!done) return null;
  if (done.done !== "invited") {
    return (
      <Notice tone={warnings.includes(done.done) ? "warn" : "ok"} alert>
        <span>{t(`done.${done.done}`)}</span>
      </Notice>
    );
  }
  const counts = (["invited", "joined", "before"] as const).filter((name) => done[name]);
  return (
    <Notice tone={done.invited ? "ok" : "warn"} alert>
      {counts.map((name) => (
        <span key={name}>{t(`done.${name}`, { count: done[name] })}</span>
      ))}
    </Notice>
  );
}
