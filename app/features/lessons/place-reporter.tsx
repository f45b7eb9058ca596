import { useContext } from "react";
import { paths } from "#app/platform/paths.ts";
import { NonceContext } from "#app/ui/nonce-context.ts";
import script from "./report-places.js?raw";

// A block of its own: at the top level of a page its names would be those of the whole page.
const block = `{${script.replace(/^\/\/.*\n|^ +/gmu, "")}}`;

/** The one script of a lesson page: it reports which parts have been on the screen. */
export function PlaceReporter({ moduleId }: { moduleId: string }) {
  const nonce = useContext(NonceContext);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the script is a file of our own and holds no data
    <script nonce={nonce} data-url={paths.lessonPlaces(moduleId)} dangerouslySetInnerHTML={{ __html: block }} />
  );
}
