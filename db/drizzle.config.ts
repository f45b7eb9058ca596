import { defineConfig } from "drizzle-kit";
import { engine } from "./engine.ts";

export default defineConfig({
  dialect: engine === "postgres" ? "postgresql" : "sqlite",
  schema: [
    "./db/schema.ts",
    "./db/schema-claims.ts",
    "./db/schema-learning.ts",
    "./db/schema-teams.ts",
    "./db/schema-replays.ts",
    "./db/schema-firms.ts",
    "./db/schema-messages.ts",
    "./db/schema-invitations.ts",
    "./db/schema-attendance.ts",
    "./db/schema-work.ts",
    "./db/schema-notices.ts",
    "./db/schema-delegations.ts",
  ],
  out: `./db/migrations/${engine}`,
  casing: "snake_case",
});
