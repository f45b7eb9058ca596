type Cue = { start: number; end: number; text: string };
/** `line` counts from 1. */
export type PlacedCue = Cue & { line: number };
export type CaptionFault = { line: number; message: string };

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(String.raw`^${time}[ \t]+-->[ \t]+${time}(?:[ \t]+.*)?$`);

/** Reads WebVTT. Styles, regions and notes are passed over; of a cue's text the tags are. */
export function parseCaptions(text: string): { cues: PlacedCue[]; faults: CaptionFault[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (!/^WEBVTT([ \t].*)?$/.test(lines[0] ?? ""))
    return {
      cues: [],
      faults: [{ line: 1, message: "The file does not begin with WEBVTT. Write it as its first line." }],
    };
  const cues: PlacedCue[] = [];
  const faults: CaptionFault[] = [];
  for (const block of blocksOf(lines)) {
    const place = block.lines.findIndex((line) => line.includes("-->"));
    if (place < 0) {
      if (block.first > 0 && !/^(NOTE|STYLE|REGION)\b/.test(block.lines[0] ?? ""))
        faults.push({
          line: block.first + 1,
          message: "This caption has no time. Write it like 00:01.000 --> 00:04.500.",
        });
      continue;
    }
    const line = block.first + place + 1;
    const match = timing.exec(block.lines[place] ?? "");
    if (!match) {
      faults.push({ line, message: "The time cannot be read. Write it like 00:01.000 --> 00:04.500." });
      continue;
    }
    const words = block.lines
      .slice(place + 1)
      .map(plainLine)
      .join("\n")
      .trim();
    cues.push({ start: seconds(match.slice(1, 5)), end: seconds(match.slice(5, 9)), text: words, line });
  }
  return { cues, faults };
}

/** Lines between empty ones; `first` counts from 0. */
function blocksOf(lines: string[]): { first: number; lines: string[] }[] {
  const blocks: { first: number; lines: string[] }[] = [];
  let open = false;
  for (const [place, line] of lines.entries()) {
    if (line.trim() === "") open = false;
    else if (open) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ first: place, lines: [line] });
      open = true;
    }
  }
  return blocks;
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
  "&lrm;": "",
  "&rlm;": "",
};

function plainLine(line: string): string {
  return line.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity);
}

function seconds([hours = "0", minutes, whole, thousandths]: (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}
