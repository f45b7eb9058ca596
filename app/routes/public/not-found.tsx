import { AppError } from "#app/platform/errors.ts";
import { publicAction, publicLoader } from "#app/routes/page-handlers.server.ts";

async function refuse(): Promise<never> {
  throw new AppError("not-found", "There is no page at this address.");
}

export const loader = publicLoader(refuse);
export const action = publicAction(refuse);

export default function NotFound() {
  return null;
}
