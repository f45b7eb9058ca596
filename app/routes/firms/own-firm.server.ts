import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { AppError } from "#app/platform/errors.ts";

/** The firm that a coordinator may see: the one that the person belongs to at this request. Throws not-found without one. */
export function ownFirmId({ person }: Viewer): string {
  if (person.kind !== "partner" || person.firmId === null) throw new AppError("not-found", "You belong to no firm.");
  return person.firmId;
}
