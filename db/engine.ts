export type Engine = "sqlite" | "postgres";

export function engineOf(databaseUrl: string | undefined): Engine {
  return /^postgres(ql)?:\/\//.test(databaseUrl ?? "") ? "postgres" : "sqlite";
}

/**
 * The engine of this process. The tables are built for one engine when they are first imported, so this is read from
 * the environment once and before anything else; a process never talks to both.
 */
export const engine: Engine = engineOf(process.env.DATABASE_URL);
