// A process of its own with thousands of people who watch at once: each player reports every ten seconds, whatever the
// server answers, so that a slow server is not asked less. Beside them, people read lessons.
import { Agent, request } from "node:http";
import { beatSeconds } from "#app/features/replays/watch-limits.ts";
import { paths } from "#app/platform/paths.ts";
import { takeTask } from "./child-work.ts";
import { percentile } from "./statistics.ts";

export type Watcher = { cookie: string; session: string };

export type WatchTask = {
  port: number;
  origin: string;
  replayId: string;
  watchers: Watcher[];
  /** Before the measured seconds: connections are opened and code gets warm. */
  warmUpSeconds: number;
  seconds: number;
  connections: number;
  /** Lessons a second beside the beats. */
  pages: { perSecond: number; paths: string[]; cookies: string[] };
};

export type WatchAnswer = {
  beats: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  pages: number;
  pageP99Ms: number;
  /** Per watcher, the last position that the server has acknowledged. */
  acknowledged: number[];
  /** Also while warming up. */
  sent: number;
  /** How many beats got which answer that does not count them. */
  refused: Record<string, number>;
};

takeTask<WatchTask, WatchAnswer>(
  async ({ port, origin, replayId, watchers, warmUpSeconds, seconds, connections, pages }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const latencies: number[] = [];
    const pageLatencies: number[] = [];
    const refused: Record<string, number> = {};
    const acknowledged = watchers.map(() => 0);
    const path = paths.replayBeats(replayId);
    const startedAt = performance.now();
    const under: Promise<void>[] = [];

    const isMeasured = (askedAt: number) => askedAt >= startedAt + warmUpSeconds * 1000;
    const beat = async (place: number, seq: number) => {
      const { cookie, session } = watchers[place] ?? { cookie: "", session: "" };
      const askedAt = performance.now();
      const at = Math.floor(askedAt - startedAt);
      const one = { seq, stretch: 1, since: 0, from: 0, at, position: at, rate: 1, visible: true };
      const headers = { cookie, origin, "content-type": "application/json" };
      const { status, text } = await send("POST", path, headers, JSON.stringify({ session, beats: [one] }));
      if (isMeasured(askedAt)) latencies.push(performance.now() - askedAt);
      // One that comes after the next one is old news.
      const counts = text.includes('"believed":true') || text.includes('"reason":"old"');
      if (status === 200 && counts) acknowledged[place] = Math.max(acknowledged[place] ?? 0, at);
      else if (isMeasured(askedAt)) refused[status] = (refused[status] ?? 0) + 1;
    };
    const page = async (n: number) => {
      const askedAt = performance.now();
      const cookie = pages.cookies[n % pages.cookies.length] ?? "";
      await send("GET", pages.paths[n % pages.paths.length] ?? "/", { cookie, accept: "text/html" });
      if (isMeasured(askedAt)) pageLatencies.push(performance.now() - askedAt);
    };
    const send = (method: string, url: string, headers: Record<string, string>, body?: string) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        request({ host: "127.0.0.1", port, method, path: url, headers, agent }, async (answer) => {
          const text = Buffer.concat(await answer.toArray()).toString();
          resolve({ status: answer.statusCode ?? 0, text });
        })
          .once("error", reject)
          .end(body);
      });

    // Each watcher's beats are spread evenly over the ten seconds.
    let [sent, read] = [0, 0];
    const perSecond = watchers.length / beatSeconds;
    for (let elapsed = 0; elapsed < warmUpSeconds + seconds; ) {
      elapsed = (performance.now() - startedAt) / 1000;
      for (; sent < elapsed * perSecond; sent++)
        under.push(beat(sent % watchers.length, Math.floor(sent / watchers.length) + 1));
      for (; read < elapsed * pages.perSecond; read++) under.push(page(read));
      await new Promise((resume) => setTimeout(resume, 2));
    }
    await Promise.all(under);
    const lasted = (performance.now() - startedAt) / 1000;
    agent.destroy();
    const sorted = Float64Array.from(latencies);
    return {
      beats: latencies.length,
      perSecond: latencies.length / (lasted - warmUpSeconds),
      sent,
      p50Ms: percentile(sorted, 0.5),
      p99Ms: percentile(sorted, 0.99),
      pages: pageLatencies.length,
      pageP99Ms: percentile(Float64Array.from(pageLatencies), 0.99),
      acknowledged,
      refused,
    };
  },
);
