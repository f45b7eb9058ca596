import type { Script, Slide } from "./script-schema.ts";

/** Samples of one channel, and how many make a second. */
export type Sound = { samples: Int16Array; rate: number };
/** A slide with this many of its points uncovered, shown for so many seconds. */
export type SlideState = { slide: Slide; uncovered: number; chapter: string; seconds: number };
export type Sentence = { text: string; start: number; end: number };
export type Plan = {
  seconds: number;
  sounds: Sound[];
  states: SlideState[];
  sentences: Sentence[];
  chapters: { id: string; title: string; start: number; end: number; mandatory: boolean }[];
  checkpoints: (NonNullable<Slide["checkpoint"]> & { at: number })[];
};

/** Seconds of silence after each of them; a slide is up for a moment before it is spoken about. */
const pause = { sentence: 0.5, slide: 1, chapter: 1.4, lead: 0.6 };
/** Where a checkpoint stops, in the silence after the last sentence of its slide. */
const checkpointDelay = 0.5;

/** When everything happens, by the length that each sentence has when it is spoken. */
export function layOut(script: Script, speak: (text: string) => Sound): Plan {
  const plan: Plan = { seconds: 0, sounds: [], states: [], sentences: [], chapters: [], checkpoints: [] };
  const add = (sound: Sound) => {
    plan.sounds.push(sound);
    plan.seconds += sound.samples.length / sound.rate;
  };
  for (const { slides, ...chapter } of script.chapters) {
    const start = plan.seconds;
    for (const [place, slide] of slides.entries()) {
      layOutSlide(plan, { slide, chapter: chapter.title, add, speak });
      add(silence(place === slides.length - 1 ? pause.chapter : pause.slide));
      extendLastState(plan);
    }
    plan.chapters.push({ ...chapter, start: rounded(start), end: rounded(plan.seconds) });
  }
  return plan;
}

type SlideWork = { slide: Slide; chapter: string; add: (sound: Sound) => void; speak: (text: string) => Sound };

function layOutSlide(plan: Plan, { slide, chapter, add, speak }: SlideWork) {
  let uncovered = 0;
  const show = () => {
    extendLastState(plan);
    plan.states.push({ slide, uncovered, chapter, seconds: 0 });
  };
  show();
  add(silence(pause.lead));
  for (const [place, line] of slide.say.entries()) {
    const text = line.replace(/^\+ /, "");
    if (text !== line) {
      uncovered += 1;
      show();
    }
    const start = plan.seconds;
    add(speak(text));
    plan.sentences.push({ text, start, end: plan.seconds });
    if (place < slide.say.length - 1) add(silence(pause.sentence));
  }
  if (slide.checkpoint) plan.checkpoints.push({ ...slide.checkpoint, at: rounded(plan.seconds + checkpointDelay) });
}

/** The picture that is up stays until now. */
function extendLastState(plan: Plan) {
  const last = plan.states.at(-1);
  const before = plan.states.slice(0, -1).reduce((sum, { seconds }) => sum + seconds, 0);
  if (last) last.seconds = plan.seconds - before;
}

const rate = 22_050;

function silence(seconds: number): Sound {
  return { samples: new Int16Array(Math.round(seconds * rate)), rate };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
