// A server of its own process for the test of stopping: it says where it listens and when the slow page has begun.
import { buildServer } from "#app/platform/http/build-server.server.ts";
import { runServer } from "#app/platform/http/run-server.server.ts";
import { openAppContext } from "#app/platform/open-app-context.server.ts";

const context = await openAppContext();
const server = buildServer(context, {
  plugins: [
    async (slow) => {
      slow.get("/slow", async () => {
        process.stdout.write("begun\n");
        await new Promise((resume) => setTimeout(resume, 500));
        await context.db.ping();
        return { done: true };
      });
    },
  ],
});
await runServer({ server, context, onListening: (url) => process.stdout.write(`${url}\n`) });
await context.db.close();
process.stdout.write("closed\n");
