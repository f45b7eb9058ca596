import Sqlite from "better-sqlite3";

/**
 * Copies the first attempts in a SQLite file, each under one more cycle of its registration, until there are as many.
 * Returns how many there are.
 */
export function multiplyFirstAttempts(file: string, wanted: number): number {
  const db = new Sqlite(file);
  db.pragma("journal_mode = WAL");
  const count = db.prepare("SELECT count(*) FROM attempts WHERE number = 1 AND submitted_at IS NOT NULL").pluck();
  const there = Number(count.get());
  if (there === 0) throw new Error("There are no attempts to copy.");
  const copyOf = (table: string, columns: Record<string, string>, where: string) => {
    const names = db.pragma(`table_info(${table})`) as { name: string }[];
    const values = names.map(({ name }) => columns[name] ?? name);
    return `INSERT INTO ${table} SELECT ${values} FROM ${table} WHERE ${where}`;
  };
  // An attempt takes answers only while it is open, and a copy never was.
  db.exec("DROP TRIGGER attempt_answers_insert_open");
  for (let copy = 1; copy * there < wanted; copy++) {
    const id = `id || '-${copy}'`;
    const firsts = `SELECT id FROM attempts WHERE number = 1 AND submitted_at IS NOT NULL AND length(id) = 36`;
    db.transaction(() => {
      db.exec(copyOf("registrations", { id, cycle: `cycle + ${100 * copy}` }, "length(id) = 36"));
      db.exec(copyOf("attempts", { id, registration_id: `registration_id || '-${copy}'` }, `id IN (${firsts})`));
      db.exec(copyOf("attempt_answers", { attempt_id: `attempt_id || '-${copy}'` }, `attempt_id IN (${firsts})`));
    })();
  }
  const total = Number(count.get());
  db.close();
  return total;
}
