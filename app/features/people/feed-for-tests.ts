import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { checkRow } from "./check-row.ts";
import { type FeedRecord, feedColumns } from "./feed-columns.ts";
import { type FeedRow, hrFeed } from "./hr-feed.ts";

/** A row that meets every rule; name only what the test is about. */
export function feedRecord(given: Partial<FeedRecord> = {}): FeedRecord {
  return {
    employee_id: "00000001",
    first_name: "Ada",
    last_name: "Lovelace",
    preferred_name: "",
    email: `${given.employee_id ?? "00000001"}@reps.example.com`,
    country: "US",
    region: "AMERICAS",
    location: "New York",
    job_title: "Account Executive",
    department: "Enterprise",
    manager_employee_id: "",
    hire_date: "2005-03-01",
    termination_date: "",
    employment_status: "Active",
    language: "en",
    time_zone: "America/New_York",
    worker_type: "Employee",
    ...given,
  };
}

export function feedRow(given: Partial<FeedRecord> = {}, line = 2): FeedRow {
  const record = feedRecord(given);
  return checkRow({ line, valueIn: (column) => record[column] }, hrFeed, 2026);
}

/** A path in a folder of its own for a file of the feed. */
export function feedPath(): string {
  return join(mkdtempSync(join(tmpdir(), "cleared-feed-")), "feed.csv");
}

/** Writes a file of the feed and answers its path. */
export function writeFeed(rows: Partial<FeedRecord>[], path = feedPath()): string {
  const cells = rows.map((row) => feedColumns.map((column) => feedRecord(row)[column]));
  writeFileSync(path, stringify([[...feedColumns], ...cells]));
  return path;
}
