import { listWatchings } from "#app/features/replays/list-watchings.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";

/** The replays that a person has opened, and how much of each; none while nothing is published. */
export async function listBegunReplays({ db, clock }: AppContext, personId: string) {
  try {
    const listed = await listWatchings({ db, clock, personId });
    return listed
      .filter(({ begun }) => begun)
      .map(({ id, title, share, complete, completedAt }) => ({ id, title, share, complete, completedAt }));
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return [];
    throw error;
  }
}
