// A process of its own with many reps, each of whom takes one assessment through the pages as a browser without scripts does.
import { Agent, type RequestOptions, request } from "node:http";
import { paths } from "#app/platform/paths.ts";
import { takeTask } from "./child-work.ts";
import { unpack } from "./first-visit.ts";

export type AssessmentTask = { port: number; origin: string; cookies: string[] };
export type AssessmentAnswer = { cycles: number; requests: number; seconds: number };

type Visit = { path: string; form?: Record<string, string> };
type Page = { path: string; html: string };

takeTask<AssessmentTask, AssessmentAnswer>(async ({ port, origin, cookies }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: cookies.length });
  let requests = 0;

  /** Asks for a page, or sends a form, and follows where it leads. */
  async function visit(cookie: string, { path, form }: Visit): Promise<Page> {
    requests += 1;
    const body = form && new URLSearchParams(form).toString();
    const headers = {
      cookie,
      accept: "text/html",
      "accept-encoding": "gzip, br",
      ...(body === undefined
        ? {}
        : { origin, "content-type": "application/x-www-form-urlencoded", "content-length": body.length }),
    };
    const options = { host: "127.0.0.1", port, path, method: body === undefined ? "GET" : "POST", headers, agent };
    const answer = await send(options, body);
    if (answer.location !== undefined) return visit(cookie, { path: answer.location });
    if (answer.status !== 200) throw new Error(`${options.method} ${path} was answered with ${answer.status}.`);
    return { path, html: answer.html };
  }

  async function takeAssessment(cookie: string) {
    await visit(cookie, { path: paths.assessment() });
    let page = await visit(cookie, { path: paths.assessment(), form: {} });
    while (page.path !== paths.review()) {
      const form = { attempt: hidden(page, "attempt"), total: hidden(page, "total"), choice: "1" };
      page = await visit(cookie, { path: page.path, form });
    }
    const result = await visit(cookie, { path: paths.review(), form: { attempt: hidden(page, "attempt") } });
    if (!result.path.startsWith(paths.result(""))) throw new Error(`The assessment led to ${result.path}.`);
  }

  const startedAt = performance.now();
  await Promise.all(cookies.map(takeAssessment));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return { cycles: cookies.length, requests, seconds };
});

function hidden({ path, html }: Page, name: string): string {
  const value = new RegExp(`<input type="hidden" name="${name}" value="([^"]+)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`The page ${path} has no field "${name}".`);
  return value;
}

function send(options: RequestOptions, body: string | undefined) {
  return new Promise<{ status: number; location: string | undefined; html: string }>((resolve, reject) => {
    request(options, async (answer) => {
      const bytes = Buffer.concat(await answer.toArray());
      const { location, "content-encoding": encoding } = answer.headers;
      resolve({ status: answer.statusCode ?? 0, location, html: unpack(bytes, encoding).toString() });
    })
      .once("error", reject)
      .end(body);
  });
}
