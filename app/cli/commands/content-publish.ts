import { userInfo } from "node:os";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { publishRelease } from "#app/features/programs/publish-release.server.ts";
import type { Command } from "../command.ts";
import { compileFolder, refuse } from "./content-check.ts";

export const contentPublishCommand: Command = {
  name: "content publish",
  usage: "[DIR]",
  summary: `Compiles a program and stores it as a release, unless it has a problem. DIR is content/${defaultProgramId} unless given.`,
  options: {},
  positionals: [0, 1],
  run: async ({ positionals, output, app }) => {
    const { release, ...found } = await compileFolder({ positionals, output });
    if (!release) return refuse(output, found);
    const { created, publishedAt, currentId } = await publishRelease(await app(), {
      ...release,
      publishedBy: operatorName(),
    });
    const { id } = release;
    if (created) output.line(`Published release ${id}.`);
    else output.line(`Release ${id} was already published on ${new Date(publishedAt).toISOString()}.`);
    if (currentId !== id) output.line(`In force is release ${currentId}, which was published later.`);
    output.record({ type: "published", releaseId: id, created, publishedAt, currentId });
    return 0;
  },
};

/** Who runs the command, as far as the machine knows: a container may run under a number that has no name. */
function operatorName(): string {
  try {
    return `account ${userInfo().username}`;
  } catch {
    return "account without a name";
  }
}
