// What durable storage costs at the least: one row a commit, each flushed to the disk before the next.
import Sqlite from "better-sqlite3";
import { takeTask } from "./child-work.ts";

export type CommitTask = { file: string; seconds: number };

takeTask<CommitTask, { perSecond: number }>(async ({ file, seconds }) => {
  const database = new Sqlite(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE IF NOT EXISTS claims (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  const insert = database.prepare("INSERT INTO claims (body) VALUES (?)");
  // About as long as a claim.
  const body = "x".repeat(500);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let commits = 0;
  for (; performance.now() < endsAt; commits++) insert.run(body);
  const perSecond = commits / ((performance.now() - startedAt) / 1000);
  database.close();
  return { perSecond };
});
