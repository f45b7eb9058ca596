import { access, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { addRecording } from "#app/features/recordings/add-recording.server.ts";
import { parseCaptions } from "#app/features/recordings/parse-captions.ts";
import { type Command, UsageError } from "../command.ts";
import { requiredOption } from "./required-option.ts";

export const replaysAddCommand: Command = {
  name: "replays add",
  usage: "VIDEO --captions FILE --title TITLE [--id ID] [--language TAG] [--program DIR]",
  summary:
    "Adds the recording of a webinar to a program: length, poster, HLS where ffmpeg is installed, a replay.yaml.",
  options: {
    captions: { type: "string" },
    title: { type: "string" },
    id: { type: "string" },
    language: { type: "string" },
    program: { type: "string" },
  },
  positionals: [1, 1],
  run: async ({ positionals, values, output }) => {
    const [video = ""] = positionals;
    const title = requiredOption(values, "title");
    const file = requiredOption(values, "captions");
    const id = typeof values.id === "string" ? values.id : idOf(title);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
      throw new UsageError("--id is lower-case words joined by hyphens, such as partner-briefing.");
    const tag = typeof values.language === "string" ? values.language : "en";
    const label = languageName(tag);
    const program = typeof values.program === "string" ? values.program : `content/${defaultProgramId}`;
    await access(video).catch(() => {
      throw new UsageError(`There is no file ${video}.`);
    });
    const captions = await readFile(file, "utf8").catch(() => {
      throw new UsageError(`There is no file ${file}.`);
    });
    const { cues, faults } = parseCaptions(captions);
    for (const { line, message } of faults) output.error(`${file}:${line}: ${message}`);
    if (faults.length > 0) return 1;
    if (cues.length === 0) {
      output.error(`${file} holds no captions. Export them from the webinar tool as WebVTT.`);
      return 1;
    }
    const added = await addRecording({ program, video, captions, id, title, language: { tag, label } });
    output.line(
      `Added ${added.folder}: ${basename(video)} as ${added.source}, ${added.seconds} seconds, ${cues.length} captions` +
        `${added.poster ? ", a poster" : "; ffmpeg is not installed, so it has no poster"}.\n` +
        `Now cut its chapters and write its checkpoints in ${added.folder}/replay.yaml, and run: cleared replays check`,
    );
    output.record({ type: "added", id, ...added });
    return 0;
  },
};

function idOf(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9\s-]/g, "")
    .trim()
    .replace(/[\s-]+/g, "-");
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    throw new UsageError("--language is a language tag such as en or pt-BR.");
  }
}
