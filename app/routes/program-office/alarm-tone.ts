import type { AlarmKind } from "#app/features/item-statistics/item-report.ts";
import type { Tone } from "#app/ui/state-pill.tsx";

export const alarmTone: Record<AlarmKind, Tone> = {
  "mis-keyed": "stop",
  "translation-gap": "warn",
  "leak-drift": "warn",
  "no-information": "info",
  "dead-distractor": "info",
};
