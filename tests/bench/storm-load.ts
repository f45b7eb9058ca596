// A process of its own with many reps who are all in the assessment at once, each on a question of their own.
import { Agent, type RequestOptions, request } from "node:http";
import { paths } from "#app/platform/paths.ts";
import { takeTask } from "./child-work.ts";
import { unpack } from "./first-visit.ts";
import { percentile } from "./statistics.ts";

export type StormTask = { port: number; origin: string; cookies: string[]; connections: number };

/** An answer that the server has acknowledged: in which attempt, at which place, and the token of the choice. */
export type Acknowledged = { attempt: string; position: number; choice: string };

export type StormAnswer = {
  posts: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  requests: number;
  acknowledged: Acknowledged[];
};

/** The page a rep looks at: the attempt, how many questions it has, how many choices this one has. */
type Question = { attempt: string; total: number; choices: number };

takeTask<StormTask, StormAnswer>(async ({ port, origin, cookies, connections }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let requests = 0;

  const send = (cookie: string, path: string, form?: Record<string, string>) => {
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
    return answerTo(
      { host: "127.0.0.1", port, path, method: body === undefined ? "GET" : "POST", headers, agent },
      body,
    );
  };
  const open = async (cookie: string, position: number): Promise<Question> => {
    const { status, html } = await send(cookie, paths.question(position));
    if (status !== 200) throw new Error(`Question ${position} was answered with ${status}.`);
    const choices = html.match(/<input type="radio"/g)?.length ?? 0;
    return { attempt: hidden(html, "attempt"), total: Number(hidden(html, "total")), choices };
  };

  const questions: Question[] = new Array(cookies.length);
  await inParallel(connections, cookies.length, async (rep) => {
    const cookie = cookies[rep] ?? "";
    await send(cookie, paths.assessment(), {});
    questions[rep] = await open(cookie, 1);
  });

  const total = questions[0]?.total ?? 0;
  const latencies: number[] = [];
  const acknowledged: Acknowledged[] = [];
  requests = 0;
  const startedAt = performance.now();
  // Question by question for everybody, so that all attempts are open until the end.
  await inParallel(connections, cookies.length * total, async (step) => {
    const rep = step % cookies.length;
    const position = Math.floor(step / cookies.length) + 1;
    const cookie = cookies[rep] ?? "";
    const { attempt, choices } = questions[rep] ?? { attempt: "", choices: 1 };
    const choice = String(((rep * 7 + position) % choices) + 1);
    const askedAt = performance.now();
    const { status, location } = await send(cookie, paths.question(position), {
      attempt,
      total: String(total),
      choice,
    });
    latencies.push(performance.now() - askedAt);
    const next = position === total ? paths.review() : paths.question(position + 1);
    if (status !== 302 || location !== next) throw new Error(`An answer led to ${status} ${location}.`);
    acknowledged.push({ attempt, position, choice });
    if (position < total) questions[rep] = await open(cookie, position + 1);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  const sorted = Float64Array.from(latencies);
  return {
    posts: latencies.length,
    seconds,
    p50Ms: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    requests,
    acknowledged,
  };
});

/** Runs steps 0 to `count` - 1 in their order, `width` at a time. */
async function inParallel(width: number, count: number, run: (step: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`<input type="hidden" name="${name}" value="([^"]+)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`A question has no field "${name}".`);
  return value;
}

function answerTo(options: RequestOptions, body: string | undefined) {
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
