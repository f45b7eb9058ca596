// A process of its own, so that making the requests takes nothing from the event loop that answers them.
import { connect, type Socket } from "node:net";
import { answerReader } from "./answer-reader.ts";
import { takeTask } from "./child-work.ts";
import { type Asking, expectedStatus, requestText } from "./requests.ts";
import { percentile } from "./statistics.ts";

export type LoadTask = { port: number; connections: number; seconds: number; asking: Asking; firstRequest: number };

export type LoadAnswer = {
  requests: number;
  perSecond: number;
  p99Ms: number;
  /** The share of its own core that the generator needed; near 1 it measures itself. */
  busy: number;
  /** How many answers had which other status. */
  wrong: Record<string, number>;
};

takeTask<LoadTask, LoadAnswer>(async ({ port, connections, seconds, asking, firstRequest }) => {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latencies: number[] = [];
  const wrong: Record<string, number> = {};
  const expected = expectedStatus[asking.kind];
  let sent = firstRequest;
  const cpuAtStart = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;

  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          let askedAt = 0;
          const ask = () => {
            askedAt = performance.now();
            socket.write(requestText(asking, sent++), "latin1");
          };
          const read = answerReader((status) => {
            const now = performance.now();
            if (now >= endsAt) return resolve();
            if (status === expected) latencies.push(now - askedAt);
            else wrong[status] = (wrong[status] ?? 0) + 1;
            ask();
          });
          socket.on("data", read);
          socket.once("close", () => reject(new Error("The server closed a connection.")));
          ask();
        }),
    ),
  );

  const cpu = process.cpuUsage(cpuAtStart);
  for (const socket of sockets) socket.removeAllListeners("close").destroy();
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p99Ms: percentile(Float64Array.from(latencies), 0.99),
    busy: (cpu.user + cpu.system) / 1000 / (performance.now() - startedAt),
    wrong,
  };
});

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}
