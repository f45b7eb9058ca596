import { expect, test } from "vitest";
import { roleGrants, work } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import routes from "#app/routes.ts";
import { makeDelegation } from "./make-delegation.ts";
import { makeCoordinator, makeFirm } from "./make-firms.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const everyone = {
  nobody: 302,
  rep: 200,
  manager: 200,
  partner: 200,
  firm_coordinator: 200,
  program_office: 200,
  auditor: 200,
  team_delegate: 200,
  no_role: 200,
};
const byRole = { ...everyone, no_role: 403 };
const learners = {
  ...{ ...byRole, partner: 403, firm_coordinator: 403 },
  ...{ program_office: 403, auditor: 403, team_delegate: 403 },
};
const moved = { ...learners, rep: 302, manager: 302 };
const officeOnly = {
  ...{ ...byRole, rep: 403, manager: 403, partner: 403 },
  ...{ firm_coordinator: 403, auditor: 403, team_delegate: 403 },
};
const coordinators = { ...officeOnly, firm_coordinator: 200, program_office: 403 };
const open = { ...everyone, nobody: 200 };
/** Whatever is refused is said by the page of the certificate. */
const certificateFile = {
  nobody: 302,
  rep: 302,
  manager: 302,
  partner: 302,
  firm_coordinator: 302,
  program_office: 302,
  auditor: 302,
  team_delegate: 302,
  no_role: 302,
};
const partners = { ...byRole, rep: 403, manager: 403, program_office: 403, auditor: 403, team_delegate: 403 };
const partnersMoved = { ...partners, partner: 302, firm_coordinator: 302 };
const partnersUnknown = { ...partners, partner: 404, firm_coordinator: 404 };
const watchers = { ...byRole, auditor: 403, team_delegate: 403 };
const unknownReplay = { ...watchers, rep: 404, manager: 404, partner: 404, firm_coordinator: 404, program_office: 404 };
const movedToReplay = { ...watchers, rep: 302, manager: 302, partner: 302, firm_coordinator: 302, program_office: 302 };
const teamReaders = { ...byRole, rep: 403, partner: 403, firm_coordinator: 403 };
const unknownWork = { ...teamReaders, manager: 404, program_office: 404, auditor: 404, team_delegate: 404 };
const unknownId = { ...learners, rep: 404, manager: 404 };

const unknownToOffice = { ...officeOnly, program_office: 404 };
const notThere = {
  nobody: 404,
  rep: 404,
  manager: 404,
  partner: 404,
  firm_coordinator: 404,
  program_office: 404,
  auditor: 404,
  team_delegate: 404,
  no_role: 404,
};

/** What each role gets when it opens each page with nothing done yet: the one table of the access matrix. */
const matrix: Record<string, { url: string; status: Record<keyof typeof everyone, number> }> = {
  "/": { url: "/", status: { ...everyone, nobody: 200 } },
  "sign-in": { url: "/sign-in", status: { ...everyone, nobody: 200 } },
  "sign-out": {
    url: "/sign-out",
    status: certificateFile,
  },
  register: { url: "/register", status: open },
  "join/:token": {
    url: "/join/no-such-link",
    status: notThere,
  },
  firm: { url: "/firm", status: coordinators },
  "firm.csv": { url: "/firm.csv", status: coordinators },
  "program-office/firms": { url: "/program-office/firms", status: officeOnly },
  "program-office/firms/:firmId": {
    url: "/program-office/firms/nothing",
    status: { ...officeOnly, program_office: 404 },
  },
  "verify/:number?": { url: "/verify/CLR-0000-0000-0000", status: { ...everyone, nobody: 200 } },
  "account/password": { url: "/account/password", status: everyone },
  record: { url: "/record", status: everyone },
  "record.json": { url: "/record.json", status: everyone },
  "rules/:editionId?": { url: "/rules/2011-07", status: everyone },
  program: { url: "/program", status: learners },
  "program/lessons/:moduleId": { url: "/program/lessons/MODULE", status: learners },
  "program/story": { url: "/program/story", status: unknownId },
  "duties/:moduleId": {
    url: "/duties/nothing",
    status: {
      nobody: 302,
      rep: 404,
      manager: 404,
      partner: 404,
      firm_coordinator: 404,
      program_office: 404,
      auditor: 404,
      team_delegate: 404,
      no_role: 404,
    },
  },
  "program/lessons/:moduleId/places": { url: "/program/lessons/MODULE/places", status: moved },
  "program/lessons/:moduleId/check": { url: "/program/lessons/MODULE/check", status: moved },
  assessment: { url: "/assessment", status: learners },
  "assessment/questions/:position": { url: "/assessment/questions/1", status: moved },
  "assessment/review": { url: "/assessment/review", status: moved },
  "assessment/results/:attemptId": { url: `/assessment/results/${newId()}`, status: unknownId },
  attestation: { url: "/attestation", status: learners },
  "boosters/:day": { url: "/boosters/30", status: unknownId },
  "certificates/:number": { url: "/certificates/CLR-0000-0000-0000", status: unknownId },
  "certificates/:number.pdf": { url: "/certificates/CLR-0000-0000-0000.pdf", status: certificateFile },
  deals: { url: "/deals", status: learners },
  "deals/new": { url: "/deals/new", status: learners },
  "deals/refusals/:refusalId": { url: `/deals/refusals/${newId()}`, status: unknownId },
  "deals/:claimId": { url: `/deals/${newId()}`, status: unknownId },
  "program-office/item-statistics": { url: "/program-office/item-statistics", status: officeOnly },
  "program-office/item-statistics.csv": { url: "/program-office/item-statistics.csv", status: officeOnly },
  "program-office/item-statistics/items/:itemId": {
    url: "/program-office/item-statistics/items/item-1-1-1",
    status: officeOnly,
  },
  "partner/check": { url: "/partner/check", status: partners },
  "partner/check/questions/:position": { url: "/partner/check/questions/1", status: partnersMoved },
  "partner/check/review": { url: "/partner/check/review", status: partnersMoved },
  "partner/check/results/:checkId": { url: `/partner/check/results/${newId()}`, status: partnersUnknown },
  "partner/attestation": { url: "/partner/attestation", status: partners },
  "partner/attendance/:number": { url: "/partner/attendance/CLR-0000-0000-0000", status: partnersUnknown },
  "partner/attendance/:number.pdf": { url: "/partner/attendance/CLR-0000-0000-0000.pdf", status: certificateFile },
  replays: { url: "/replays", status: watchers },
  "replays/:replayId": { url: "/replays/nothing", status: unknownReplay },
  "replays/:replayId/transcript": { url: "/replays/nothing/transcript", status: unknownReplay },
  "replays/:replayId/chapters.vtt": { url: "/replays/nothing/chapters.vtt", status: unknownReplay },
  "replays/:replayId/session": { url: "/replays/nothing/session", status: movedToReplay },
  "replays/:replayId/checkpoints/:checkpointId": {
    url: "/replays/nothing/checkpoints/nothing",
    status: movedToReplay,
  },
  "program-office/notices/rules": { url: "/program-office/notices/rules", status: officeOnly },
  "program-office/notices": { url: "/program-office/notices", status: officeOnly },
  "team/nudge": { url: "/team/nudge", status: { ...teamReaders, auditor: 403 } },
  "program-office/roll-out": { url: "/program-office/roll-out", status: { ...officeOnly, auditor: 200 } },
  trust: { url: "/trust", status: { ...byRole, rep: 403, manager: 403, team_delegate: 403 } },
  "account/mail": { url: "/account/mail", status: everyone },
  "mail/unsubscribe/:token": { url: "/mail/unsubscribe/nothing", status: notThere },
  "program-office/messages": { url: "/program-office/messages", status: officeOnly },
  "program-office/messages/:messageId": { url: `/program-office/messages/${newId()}`, status: unknownToOffice },
  "program-office/messages/:messageId/html": {
    url: `/program-office/messages/${newId()}/html`,
    status: unknownToOffice,
  },
  "program-office/mail-refusals": { url: "/program-office/mail-refusals", status: officeOnly },
  "demo/mailbox": { url: "/demo/mailbox", status: notThere },
  "demo/mailbox/:messageId": { url: `/demo/mailbox/${newId()}`, status: notThere },
  "demo/mailbox/:messageId/html": { url: `/demo/mailbox/${newId()}/html`, status: notThere },
  team: { url: "/team", status: teamReaders },
  "team/delegates": {
    url: "/team/delegates",
    status: { ...teamReaders, program_office: 403, auditor: 403, team_delegate: 403 },
  },
  "team/people": { url: "/team/people", status: teamReaders },
  "team/people.csv": { url: "/team/people.csv", status: teamReaders },
  "team/people.xlsx": { url: "/team/people.xlsx", status: teamReaders },
  "team/matrix.csv": { url: "/team/matrix.csv", status: teamReaders },
  "team/matrix.xlsx": { url: "/team/matrix.xlsx", status: teamReaders },
  work: { url: "/work", status: teamReaders },
  "work/:workId": { url: `/work/${newId()}`, status: unknownWork },
  "work/:workId/files/:fileId": { url: `/work/${newId()}/files/${newId()}`, status: unknownWork },
  "program-office/people-import": { url: "/program-office/people-import", status: officeOnly },
  "program-office/publish": { url: "/program-office/publish", status: officeOnly },
  "program-office/schedule": { url: "/program-office/schedule", status: officeOnly },
  "team/people/:employeeId": {
    url: "/team/people/nobody",
    status: { ...teamReaders, manager: 404, program_office: 404, auditor: 404, team_delegate: 404 },
  },
  "*": {
    url: "/no/such/page",
    status: notThere,
  },
};

test("the matrix names every page there is", async () => {
  const pages = (await routes).flatMap(({ children = [] }) => children);
  const paths = pages.map((route) => route.path ?? "/");
  expect(Object.keys(matrix).sort()).toEqual(paths.sort());
});

test("each role opens what it may, and nothing else", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { partners: true });
  await using pages = await makePages(db);
  const cookies = await signInEveryRole(pages, db);
  const got: string[] = [];
  const wanted: string[] = [];
  for (const [path, { url, status }] of Object.entries(matrix)) {
    for (const [role, expected] of Object.entries(status)) {
      const cookie = cookies[role];
      const answer = await pages.visit(url.replace("MODULE", release.lessons[0]?.id ?? ""), cookie ? { cookie } : {});
      got.push(`${path} ${role} ${answer.status}`);
      wanted.push(`${path} ${role} ${expected}`);
    }
  }
  expect(got).toEqual(wanted);
}, 120_000);

test("the partner's path is for partners alone", async () => {
  await using db = await testDatabase();
  await makeRelease(db, { partners: true });
  await using pages = await makePages(db);
  const cookies = await signInEveryRole(pages, db);
  for (const url of ["/partner/check", "/partner/check/questions/1", "/partner/check/review", "/partner/attestation"]) {
    expect((await pages.visit(url, { form: { choice: "1" } })).location, url).toMatch(/^\/sign-in\?next=/);
    for (const role of ["rep", "manager", "program_office", "auditor", "team_delegate", "no_role"])
      expect((await pages.visit(url, { form: { choice: "1" }, cookie: cookies[role] ?? "" })).status, url).toBe(403);
  }
});

const lessonPosts = ["/program/lessons/x/places", "/program/lessons/x/check"];

test("reminding is for those who may, when posted too", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const cookies = await signInEveryRole(pages, db);
  const refused = {
    "/program-office/notices": ["rep", "manager", "partner", "auditor", "team_delegate"],
    "/program-office/notices/rules": ["rep", "manager", "partner", "auditor", "team_delegate"],
    "/team/nudge": ["rep", "auditor"],
  };
  for (const [url, roles] of Object.entries(refused)) {
    expect((await pages.visit(url, { form: { intent: "on" } })).location, url).toMatch(/^\/sign-in\?next=/);
    for (const role of roles)
      expect((await pages.visit(url, { form: { intent: "on" }, cookie: cookies[role] ?? "" })).status, role).toBe(403);
  }
});

test("what concerns firms is posted by those who may read it", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const firm = await makeFirm(db);
  const cookies = await signInEveryRole(pages, db);
  const may: Record<string, string> = {
    "/firm": "firm_coordinator",
    "/program-office/firms": "program_office",
    [`/program-office/firms/${firm.id}`]: "program_office",
  };
  for (const [url, allowed] of Object.entries(may)) {
    const form = { intent: "revoke", invitation: "nothing" };
    expect((await pages.visit(url, { form })).location, url).toMatch(/^\/sign-in\?next=/);
    for (const [role, cookie] of Object.entries(cookies)) {
      if (role === allowed) continue;
      expect((await pages.visit(url, { form, cookie: cookie ?? "" })).status, `${url} ${role}`).toBe(403);
    }
  }
});

test("posting is authorised like reading", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const cookies = await signInEveryRole(pages, db);
  for (const url of [
    "/assessment",
    "/assessment/review",
    "/attestation",
    "/deals/new",
    "/program/lessons/x",
    "/program/story",
    ...lessonPosts,
    "/boosters/30",
  ]) {
    expect((await pages.visit(url, { form: { intent: "done" } })).location, url).toMatch(/^\/sign-in\?next=/);
    for (const role of ["partner", "firm_coordinator", "program_office", "auditor", "team_delegate", "no_role"])
      expect(
        (await pages.visit(url, { form: { intent: "done" }, cookie: cookies[role] ?? "" })).status,
        `${url} ${role}`,
      ).toBe(403);
  }
});

test("what a player posts is authorised like watching", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const cookies = await signInEveryRole(pages, db);
  for (const url of ["transcript", "session", "checkpoints/x"].map((part) => `/replays/x/${part}`)) {
    expect((await pages.visit(url, { form: {} })).location, url).toMatch(/^\/sign-in/);
    for (const role of ["auditor", "team_delegate", "no_role"])
      expect((await pages.visit(url, { form: {}, cookie: cookies[role] ?? "" })).status, `${url} ${role}`).toBe(403);
  }
});

test("whoever may not import or publish cannot post it either, and starts nothing", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const cookies = await signInEveryRole(pages, db);
  for (const role of ["rep", "manager", "partner", "auditor", "team_delegate", "no_role"]) {
    const cookie = cookies[role] ?? "";
    for (const url of ["/program-office/publish", "/program-office/people-import"])
      expect((await pages.visit(url, { form: { intent: "check" }, cookie })).status, `${url} ${role}`).toBe(403);
  }
  for (const role of ["rep", "partner", "no_role"]) {
    const form = { subject: "people", format: "csv" };
    const answer = await pages.visit("/team/people", { form, cookie: cookies[role] ?? "" });
    expect(answer.status, role).toBe(403);
  }
  expect(await db.read.select().from(work)).toEqual([]);
});

async function signInEveryRole(pages: Awaited<ReturnType<typeof makePages>>, db: Parameters<typeof makePerson>[0]) {
  const manager = await makePerson(db);
  const rep = await makePerson(db, { managerEmployeeId: manager.employeeId });
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-7" });
  const coordinator = await makeCoordinator(db, (await makeFirm(db)).id);
  const office = await makePerson(db, { kind: "staff" });
  const auditor = await makePerson(db, { kind: "staff" });
  const delegate = await makePerson(db, { kind: "staff" });
  const noRole = await makePerson(db, { kind: "staff" });
  const grant = (personId: string, role: "program_office" | "auditor") =>
    db.write(async (tx) => {
      await tx
        .insert(roleGrants)
        .values({ id: newId(), personId, role, grantedAt: 0, grantedBy: "test", revokedAt: null });
    });
  await grant(office.id, "program_office");
  await grant(auditor.id, "auditor");
  await makeDelegation(db, { managerId: manager.id, delegateId: delegate.id });
  const cookies: Record<string, string | undefined> = {
    rep: await pages.signedIn(rep.id),
    manager: await pages.signedIn(manager.id),
    partner: await pages.signedIn(partner.id),
    firm_coordinator: await pages.signedIn(coordinator.id),
    program_office: await pages.signedIn(office.id),
    auditor: await pages.signedIn(auditor.id),
    team_delegate: await pages.signedIn(delegate.id),
    no_role: await pages.signedIn(noRole.id),
  };
  return cookies;
}
