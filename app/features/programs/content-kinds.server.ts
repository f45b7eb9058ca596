import { z } from "zod";
import { AppError } from "#app/platform/errors.ts";
import { nameOfStarter } from "../work/name-of-starter.server.ts";
import { storeWorkFile } from "../work/store-work-file.server.ts";
import { type WorkJob, type WorkKind, workKind } from "../work/work-kind.ts";
import { workList } from "../work/work-list.ts";
import { type Compilation, compileProgram } from "./compile-program.server.ts";
import { defaultProgramId } from "./default-program.ts";
import { findCurrentReleaseId } from "./find-current-release.server.ts";
import { publishRelease } from "./publish-release.server.ts";
import { reportLines } from "./report-lines.ts";

const publishInput = z.object({ releaseId: z.string() });
const shownProblems = 200;

/** `folder` is where the program lies on this machine. */
export function contentKinds(folder: string): WorkKind[] {
  const compile = async ({ progress, signal }: WorkJob<unknown>): Promise<Compilation> => {
    const compiled = await compileProgram(folder, (done, total) => progress(done, total, "compile")).catch(
      (cause: NodeJS.ErrnoException) => {
        if (cause.code !== "ENOENT" && cause.code !== "ENOTDIR") throw cause;
        throw new AppError("not-found", `There is no content on this server: no folder content/${defaultProgramId}.`, {
          cause,
        });
      },
    );
    signal.throwIfAborted();
    return compiled;
  };

  return [
    workKind({
      kind: "content_check",
      ...workList.content_check,
      readInput: () => ({}),
      run: async (job) => {
        const compiled = await compile(job);
        await keepReport(job, compiled);
        if (!compiled.release) return { ...problemsOf(compiled), refusal: problemWords(compiled) };
        const { id, content } = compiled.release;
        const { programId, editionId } = content;
        const current = await findCurrentReleaseId(job.app.db.read, { programId, editionId });
        return {
          counts: partsOf(compiled.release),
          data: { releaseId: id, editionId, ...(current === id ? { current: "yes" } : {}) },
        };
      },
    }),
    workKind({
      kind: "content_publish",
      ...workList.content_publish,
      readInput: (input) => publishInput.parse(input),
      run: async (job) => {
        const compiled = await compile(job);
        if (!compiled.release) return { ...problemsOf(compiled), refusal: problemWords(compiled) };
        if (compiled.release.id !== job.input.releaseId) {
          const refusal =
            "The content on this server has changed since it was checked. Nothing was published. Check it again.";
          return { refusal };
        }
        const publishedBy = await nameOfStarter(job.app.db.read, job.startedBy);
        const published = await publishRelease(job.app, { ...compiled.release, publishedBy });
        return {
          counts: partsOf(compiled.release),
          data: {
            releaseId: compiled.release.id,
            editionId: compiled.release.content.editionId,
            ...(published.created ? {} : { known: "yes" }),
            ...(published.currentId === compiled.release.id ? { current: "yes" } : {}),
          },
        };
      },
    }),
  ];
}

async function keepReport(
  { app, workId, claim, signal }: WorkJob<unknown>,
  { blueprint, figures, problems }: Compilation,
) {
  const lines = [
    ...reportLines(blueprint, figures),
    "",
    ...problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
  ];
  const about = { workId, role: "result" as const, name: "content-report.txt", mediaType: "text/plain; charset=utf-8" };
  const text = Buffer.from(`${lines.join("\n").trimEnd()}\n`);
  await storeWorkFile(app, about, [text], { signal, claim });
}

function problemsOf({ problems }: Compilation) {
  const notes = problems
    .slice(0, shownProblems)
    .map(({ file, line, message }) => ({ tone: "stop" as const, text: `${file}:${line}: ${message}` }));
  return { counts: { problems: problems.length }, notes };
}

function problemWords({ partial }: Compilation): string {
  const more = partial ? " What could not be read was left out: more may show once it can." : "";
  return `The content has problems, so nothing can be published.${more}`;
}

function partsOf({ content }: NonNullable<Compilation["release"]>) {
  const { modules, scenarios, items, partnerItems, replays } = content;
  return {
    modules: modules.length,
    scenarios: scenarios.length,
    items: items.length,
    partnerItems: partnerItems.length,
    replays: replays.length,
  };
}
