import { Outlet } from "@remix-run/react";
import { ProblemPage } from "#app/ui/problem-page.tsx";

export { headers } from "../root.tsx";

/**
 * Around every page and inside the root, so that a form that is refused is answered under the header of who sent it: what
 * stands beside the boundary is not loaded.
 */
export default function RefusedPage() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
