import { redirect } from "@remix-run/node";
import { lessonParts } from "#app/features/lessons/lesson-parts.ts";
import { markHeadings } from "#app/features/lessons/mark-headings.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";

/** Whoever opens the address itself is on the way to the lesson. */
export const loader = pageLoader("learning:own", async ({ params }) => redirect(paths.lesson(params.moduleId ?? "")));

/** The parts of a lesson that were gone through: reported by its script, or by a button, which goes on to the next. */
export const action = pageAction("learning:own", async ({ app, viewer, params, form }) => {
  const moduleId = params.moduleId ?? "";
  const headings = form.getAll("heading").map(String);
  const lesson = await markHeadings({ ...app, personId: viewer.person.id, moduleId, headings });
  if (!form.has("go")) return new Response(null, { status: 204 });
  const slugs = lessonParts(lesson.body).parts.map((part) => part.slug);
  const next = slugs[slugs.indexOf(headings.at(-1) ?? "") + 1] ?? "end";
  return redirect(`${paths.lesson(moduleId)}#${encodeURIComponent(next)}`);
});
