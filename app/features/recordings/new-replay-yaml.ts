import { stringify } from "yaml";

type Given = {
  id: string;
  title: string;
  seconds: number;
  source: string;
  poster: boolean;
  captions: string;
  language: { tag: string; label: string };
  order: number;
};

const howToGoOn = `# Cut the chapters where the subject changes: each starts where the one before ends, and the last ends with the replay.
# Write two or three checkpoints: at, clauses, situation, question, choices, as docs/authoring.md says.
`;

/** The description of a new recording: valid as it is, with words to replace. */
export function newReplayYaml({ id, title, seconds, source, poster, captions, language, order }: Given): string {
  const description = {
    id,
    order,
    title,
    summary: "Say in a sentence or two what people learn from it.",
    duration: seconds,
    source,
    ...(poster ? { poster: "poster.jpg" } : {}),
    captions: [{ language: language.tag, label: language.label, file: captions }],
    threshold: 0.9,
    maximumRate: 1.5,
    chapters: [{ id: "whole", title, start: 0, end: seconds, mandatory: true }],
    checkpoints: [],
  };
  return howToGoOn + stringify(description, { lineWidth: 118 });
}
