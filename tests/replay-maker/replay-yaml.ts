import { stringify } from "yaml";
import type { Plan } from "./lay-out.ts";
import type { Script } from "./script-schema.ts";

/** The description of a recording, with the times that it came out with. */
export function replayYaml({ id, order, title, summary, threshold, maximumRate }: Script, plan: Plan): string {
  const description = {
    id,
    order,
    title,
    summary,
    duration: Math.round(plan.seconds * 10) / 10,
    source: "video.mp4",
    poster: "poster.jpg",
    captions: [{ language: "en", label: "English", file: "captions.en.vtt" }],
    threshold,
    maximumRate,
    chapters: plan.chapters,
    checkpoints: plan.checkpoints,
  };
  return `# Made by "npm run replays" from script.yaml: change that, and make it again.\n${stringify(description, { lineWidth: 118 })}`;
}
