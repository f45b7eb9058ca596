import type { BareTask } from "../bare-server.ts";
import type { Bench, Line } from "../bench.ts";
import { startChild } from "../child-work.ts";
import { runLoad } from "../run-load.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";
import type { Workshop } from "../workshop.ts";
import type { World } from "../world.ts";

const script = new URL("../bare-server.ts", import.meta.url);
/** Long enough that V8 has compiled the way of every outcome. */
const warmUpSeconds = 5;

/** The gate over HTTP against node:http with the same statements for the same people on the same file. */
export const claimRightCheck: Bench = {
  lines: ["claim-right-check", "claim-right-check-p99"],
  run: async (workshop, world) => {
    const { databaseUrl, ...made } = await world();
    const server = await startServer(workshop, databaseUrl);
    const bare = await startBareServer(workshop, made, server.port);
    const load = { connections: 64, asking: claimRightAsking(made) };
    const ours: [number, number][] = [];
    const theirs: [number, number][] = [];
    for (const { port } of [server, bare.answer]) {
      await runLoad(workshop, "warming up", { ...load, port, seconds: warmUpSeconds });
    }
    for (let round = 0; round < rounds; round++) {
      const real = await runLoad(workshop, "gate", { ...load, port: server.port });
      ours.push([real.perSecond, real.p99Ms]);
      const least = await runLoad(workshop, "bare", { ...load, port: bare.answer.port });
      theirs.push([least.perSecond, least.p99Ms]);
    }
    bare.stop();
    await server.stop();
    return [
      lineOf("claim-right-check", "requests/s", first(ours), first(theirs)),
      lineOf("claim-right-check-p99", "ms", second(ours), second(theirs)),
    ] satisfies Line[];
  },
};

export function claimRightAsking({ token, employeeIds }: Pick<World, "token" | "employeeIds">) {
  return { kind: "claim-right" as const, token, employeeIds };
}

async function startBareServer(workshop: Workshop, made: Omit<World, "databaseUrl">, port: number) {
  const { file, token, employeeIds, allowedIds } = made;
  const [employeeId = ""] = allowedIds;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/reps/${employeeId}/claim-right`, { headers });
  return startChild<BareTask, { port: number }>(workshop, script, {
    file,
    token,
    employeeIds,
    // As long as a real answer.
    body: await answer.text(),
  });
}

function first(pairs: [number, number][]): number[] {
  return pairs.map(([one]) => one);
}

function second(pairs: [number, number][]): number[] {
  return pairs.map(([, two]) => two);
}
