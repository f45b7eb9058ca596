import { getItemStatistics } from "#app/features/item-statistics/get-item-statistics.server.ts";
import { listMeasuredReleases, releaseToShow } from "#app/features/item-statistics/list-measured-releases.server.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import type { AppContext } from "#app/platform/app-context.ts";

/** What the URL asks for, the releases to choose from, and the figures; null where nothing is published. */
export async function loadStatistics({ db, clock }: AppContext, request: Request) {
  const query = new URL(request.url).searchParams;
  const releases = await listMeasuredReleases(db.read, { programId: defaultProgramId });
  const releaseId = query.get("release") || releaseToShow(releases)?.id;
  if (!releaseId) return null;
  const filter = { language: query.get("language") || null, region: query.get("region") || null };
  const statistics = await getItemStatistics({ db, clock }, { releaseId, ...filter });
  return { releases, filter: { release: releaseId, ...filter }, statistics };
}
