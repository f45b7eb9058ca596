import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { launchBrowser } from "../browser/launch-browser.ts";
import { drawStates } from "./draw-states.ts";
import { encodeVideo } from "./encode-video.ts";
import { layOut } from "./lay-out.ts";
import { replayYaml } from "./replay-yaml.ts";
import { scriptSchema } from "./script-schema.ts";
import { joinSound, speak } from "./speak.ts";
import { writeCaptions } from "./write-captions.ts";

/**
 * Makes the recordings of a program from their `script.yaml`: slides, voice, captions, film and `replay.yaml`.
 * Arguments: ids of replays; all that have a script unless given.
 */
const folder = "content/rules-of-engagement/replays";

for (const [tool, install] of [
  ["espeak-ng", "espeak-ng"],
  ["ffmpeg", "ffmpeg"],
] as const) {
  try {
    execFileSync(tool, [tool === "ffmpeg" ? "-version" : "--version"], { stdio: "ignore" });
  } catch {
    console.error(`${tool} is needed and was not found. On Debian: apt-get install ${install}`);
    process.exit(1);
  }
}

const wanted = process.argv.slice(2);
const ids = readdirSync(folder).filter((id) => existsSync(join(folder, id, "script.yaml")));
const browser = await launchBrowser();
for (const id of ids.filter((one) => wanted.length === 0 || wanted.includes(one))) {
  const work = mkdtempSync(join(tmpdir(), "cleared-replay-"));
  const at = (name: string) => join(folder, id, name);
  const script = scriptSchema.parse(parse(readFileSync(at("script.yaml"), "utf8")));
  const plan = layOut(script, speak);
  writeFileSync(join(work, "voice.wav"), joinSound(plan.sounds));
  const pictures = await drawStates(browser, plan.states, work);
  encodeVideo({ work, pictures, seconds: plan.seconds, target: at("video.mp4"), poster: at("poster.jpg") });
  writeFileSync(at("captions.en.vtt"), writeCaptions(plan.sentences));
  writeFileSync(at("replay.yaml"), replayYaml(script, plan));
  rmSync(work, { recursive: true });
  const size = (statSync(at("video.mp4")).size / 1e6).toFixed(2);
  console.log(`${id}: ${(plan.seconds / 60).toFixed(2)} min, ${plan.sentences.length} sentences, ${size} MB`);
}
await browser.close();
