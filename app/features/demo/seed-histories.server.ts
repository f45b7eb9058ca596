import { asc, eq } from "drizzle-orm";
import { type Database, people, registrations } from "#app/platform/db.server.ts";
import { seededRandom } from "../assessments/seeded-random.ts";
import { fullName } from "../people/full-name.ts";
import { demoCast } from "./demo-cast.ts";
import { demoCountries } from "./demo-countries.ts";
import { type DemoHistory, planHistory } from "./demo-history.ts";
import { castIntent, drawIntent } from "./demo-intent.ts";
import type { DemoCourse } from "./demo-story.ts";
import type { DemoTimeline } from "./demo-timeline.ts";
import { storeHistories } from "./store-histories.server.ts";

/** People a transaction: enough to share its cost, few enough to hold in memory and to let others write in between. */
const batchSize = 1_000;

const waveOf = new Map(demoCountries.map((country) => [country.code, country.wave]));
const castOf = new Map(demoCast.map((member) => [member.login, member]));

type Given = {
  course: DemoCourse;
  timeline: DemoTimeline;
  until: number;
  onProgress: (done: number, total: number) => void;
  /** Stops between two batches; a later run goes on from there. */
  signal?: AbortSignal;
};

/** Gives every rep of the demo who has none a history. Whoever a batch holds is stored whole. */
export async function seedHistories(db: Database, { signal, onProgress, ...given }: Given): Promise<void> {
  const reps = await listRepsWithoutHistory(db);
  const managers = await listManagerIds(db);
  for (let at = 0; at < reps.length; at += batchSize) {
    signal?.throwIfAborted();
    const histories = reps
      .slice(at, at + batchSize)
      .flatMap((person) => historyOf(person, { ...given, managers }) ?? []);
    await storeHistories(db, { histories, releaseId: given.course.release.id });
    onProgress(Math.min(at + batchSize, reps.length), reps.length);
  }
}

type HistoryGiven = Pick<Given, "course" | "timeline" | "until"> & { managers: ReadonlySet<string | null> };
type Rep = Awaited<ReturnType<typeof listRepsWithoutHistory>>[number];

function historyOf(person: Rep, given: HistoryGiven): DemoHistory | null {
  const { course, timeline, until } = given;
  const random = seededRandom(`demo history of ${person.employeeId}`);
  const wave = waveOf.get(person.country) ?? "third";
  const draw = { wave, timeline, lessons: course.lessons.length, until, random };
  const member = castOf.get(person.email ?? "");
  const away = person.leftAt !== null || person.onLeave;
  const intent = member && member.history !== "drawn" ? castIntent(member, draw) : drawIntent({ ...draw, away });
  const { id, timeZone } = person;
  const told = { id, timeZone, name: fullName(person), manages: given.managers.has(person.employeeId) };
  return intent && planHistory({ person: told, course, intent, until, random });
}

/** The employee ids of everybody who has reports. */
async function listManagerIds(db: Database): Promise<Set<string | null>> {
  const named = await db.read.selectDistinct({ id: people.managerEmployeeId }).from(people);
  return new Set(named.flatMap(({ id }) => id ?? []));
}

async function listRepsWithoutHistory(db: Database) {
  const begun = new Set((await db.read.select({ id: registrations.personId }).from(registrations)).map(({ id }) => id));
  const reps = await db.read
    .select({
      id: people.id,
      employeeId: people.employeeId,
      email: people.email,
      givenName: people.givenName,
      familyName: people.familyName,
      preferredName: people.preferredName,
      country: people.country,
      timeZone: people.timeZone,
      leftAt: people.leftAt,
      onLeave: people.onLeave,
    })
    .from(people)
    .where(eq(people.kind, "rep"))
    .orderBy(asc(people.id));
  return reps.filter(({ id }) => !begun.has(id));
}
