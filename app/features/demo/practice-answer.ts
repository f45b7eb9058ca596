import type { Scenario } from "../programs/release-content.ts";
import { drawOne } from "./demo-draw.ts";

/** A practice answer (choice ids) that fits the scenario, right or wrong as asked. */
export function practiceAnswer(
  { type, choices }: Scenario,
  { right, random }: { right: boolean; random: () => number },
): string[] {
  const good = choices.filter((choice) => choice.correct).map((choice) => choice.id);
  const bad = choices.filter((choice) => !choice.correct).map((choice) => choice.id);
  if (type === "ordering") {
    const order = choices.map((choice) => choice.id);
    return right ? order : [...order.slice(1), ...order.slice(0, 1)];
  }
  if (right || bad.length === 0) return type === "single" ? good.slice(0, 1) : good;
  return type === "single" ? [drawOne(bad, random)] : [...good.slice(1), drawOne(bad, random)];
}
