import { useTranslation } from "react-i18next";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import type { MessageState } from "./message-filter.ts";

const tones: Record<MessageState, Tone> = {
  waiting: "info",
  sending: "info",
  sent: "ok",
  dead: "stop",
  dropped: "warn",
};

export function MessageStatePill({ state }: { state: MessageState }) {
  const { t } = useTranslation("messages");
  return (
    <StatePill tone={tones[state]}>
      <span className="block first-letter:uppercase">{t(`state.${state}`)}</span>
    </StatePill>
  );
}
