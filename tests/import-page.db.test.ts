import { stringify } from "csv-stringify/sync";
import { expect, test } from "vitest";
import { type FeedRecord, feedColumns } from "#app/features/people/feed-columns.ts";
import { feedRecord } from "#app/features/people/feed-for-tests.ts";
import { importKind, importPreviewKind } from "#app/features/people/import-kinds.server.ts";
import { claimWork } from "#app/features/work/claim-work.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { runClaimedWork } from "#app/features/work/run-claimed-work.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { type Database, imports, people, roleGrants, work, workFiles } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

const kinds = new Map([importPreviewKind, importKind].map((kind) => [kind.kind, kind]));

async function makeOffice(db: Database, pages: Pages) {
  const office = await makePerson(db, { kind: "staff", employeeId: null });
  const grant = { id: newId(), personId: office.id, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, revokedAt: null })));
  return { office, cookie: await pages.signedIn(office.id) };
}

function feedOf(rows: Partial<FeedRecord>[]): string {
  return stringify([[...feedColumns], ...rows.map((row) => feedColumns.map((column) => feedRecord(row)[column]))]);
}

type Sent = { cookie?: string; name?: string; text: string; origin?: string };

/** Sends a file as a browser's form does. */
async function upload(pages: Pages, { cookie = "", name = "feed.csv", text, origin }: Sent) {
  const boundary = "----formBoundary7d3";
  const head = `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv`;
  const answer = await pages.server.inject({
    method: "POST",
    url: "/program-office/people-import/file",
    headers: {
      ...{ host: "localhost:3000", cookie, origin: origin ?? pages.app.env.origin },
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\n${head}\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  });
  return { status: answer.statusCode, location: String(answer.headers.location ?? "") };
}

async function runNext(pages: Pages) {
  const row = await claimWork({ db: pages.app.db, kinds, now: systemClock.now() });
  const kind = kinds.get(row?.kind ?? "");
  if (!row || !kind) throw new Error("Nothing was claimed.");
  await runClaimedWork(pages.app, { row, kind });
  return getWork(pages.app.db.read, { workId: row.id, scope: "everybody" });
}

const idOf = (location: string) => location.split("/").at(-1) ?? "";

test("an upload shows every change and refusal first, and applies exactly that, once", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { cookie } = await makeOffice(db, pages);
  const moved = await makePerson(db, { employeeId: "00000007", jobTitle: "Before" });
  const text = feedOf([
    { employee_id: "00000001", first_name: "Łucja" },
    { employee_id: "00000007", job_title: "After" },
    { employee_id: "00000009", country: "Atlantis" },
  ]);
  const sent = await upload(pages, { cookie, text });
  expect(sent.status).toBe(303);
  const preview = await runNext(pages);
  expect(preview).toMatchObject({ state: "done", result: { counts: { rows: 3, added: 1, refused: 1 } } });
  expect(await db.read.select().from(imports)).toEqual([]);
  const page = await pages.visit(sent.location, { cookie });
  expect(page.body).toContain("job");
  const file = async (role: string) => {
    const found = preview.files.find((one) => one.role === role);
    return (await pages.visit(`${sent.location}/files/${found?.id}`, { cookie })).body;
  };
  expect(await file("refused")).toContain("Atlantis");
  const changes = await file("changes");
  expect(changes).toContain("added,00000001,Łucja Lovelace,,,");
  expect(changes).toMatch(/00000007,.*,jobTitle,Before,After/);

  const form = { preview: preview.id };
  const apply = () => pages.visit("/program-office/people-import", { cookie, form });
  const { location } = await apply();
  expect((await apply()).location).toBe(location);
  expect(await runNext(pages)).toMatchObject({ id: idOf(location), state: "done", result: { counts: { added: 1 } } });
  expect((await apply()).location).toBe(location);
  expect(await db.read.select({ id: imports.id }).from(imports)).toEqual([{ id: idOf(location) }]);
  const known = await db.read.select({ id: people.id, jobTitle: people.jobTitle }).from(people);
  expect(known.find(({ id }) => id === moved.id)?.jobTitle).toBe("After");
  // The process died after the commit and before the end was written: the second run sees what the first one stored.
  await db.write(async (tx) => void (await tx.update(work).set({ state: "waiting" })));
  for (let n = 0; n < 2; n += 1) await runNext(pages);
  expect(await db.read.select({ id: imports.id }).from(imports)).toHaveLength(1);
});

test("people who changed after the preview are not overwritten", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { cookie } = await makeOffice(db, pages);
  await makePerson(db, { employeeId: "00000007", jobTitle: "Before" });
  await upload(pages, { cookie, text: feedOf([{ employee_id: "00000007", job_title: "After" }]) });
  const preview = await runNext(pages);
  await db.write(async (tx) => void (await tx.update(people).set({ jobTitle: "Meanwhile", updatedAt: 5 })));
  await pages.visit("/program-office/people-import", { cookie, form: { preview: preview.id } });
  const applied = await runNext(pages);
  expect(applied).toMatchObject({ state: "failed", failure: { code: "refused" } });
  expect((await pages.visit(`/work/${applied.id}`, { cookie })).body).toContain("changed since the preview");
  expect(await db.read.select().from(imports)).toEqual([]);
});

test("an upload from elsewhere, by others, without a file or that is no feed changes nothing and says why", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const { cookie } = await makeOffice(db, pages);
  const text = feedOf([{}]);
  expect((await upload(pages, { cookie, text, origin: "https://evil.example" })).status).toBe(403);
  const rep = await pages.signedIn((await makePerson(db)).id);
  expect((await upload(pages, { cookie: rep, text })).location).toBe("/program-office/people-import");
  expect((await upload(pages, { text })).location).toBe("/program-office/people-import");
  expect((await upload(pages, { cookie, name: "", text: "" })).location).toContain("refused=none");
  expect(await db.read.select().from(workFiles)).toEqual([]);
  await upload(pages, { cookie, name: "../../etc/notes.csv", text: "this is,no feed\n1,2\n" });
  const refused = await runNext(pages);
  expect(refused).toMatchObject({ state: "failed", failure: { code: "refused" } });
  expect((await pages.visit(`/work/${refused.id}`, { cookie })).body).toContain("Nothing was imported.");
});
