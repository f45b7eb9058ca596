import { seededRandom } from "../assessments/seeded-random.ts";
import type { FeedRecord } from "../people/feed-columns.ts";
import { type CastMember, demoCast } from "./demo-cast.ts";
import { type DemoCountry, demoCountries } from "./demo-countries.ts";
import { drawBetween, drawOne, drawWeighted } from "./demo-draw.ts";
import { type Name, namesByCountry } from "./demo-names.ts";
import { dayMs } from "./demo-timeline.ts";
import { countryLevels, parentIndex } from "./demo-tree.ts";

const allPeople = 40_000;
const repTitles = [
  "Account Executive",
  "Inside Sales Representative",
  "Services Sales Specialist",
  "Client Manager, Global Accounts",
  "Renewals Representative",
];
const managerTitles = ["Sales Manager", "Sales Director", "Senior Sales Director", "Vice President, Sales"];
const departments = ["Enterprise", "Commercial", "Public Sector", "Global Accounts", "Installed Base & Renewals"];

type Draw = {
  random: () => number;
  openedAt: number;
  newEmployeeId: () => string;
  newEmail: (local: string) => string;
};

/** The demo's HR feed, the same each time for the same size and day: the head of sales, three regions, 17 countries. */
export function makeDemoPeople({ size = allPeople, openedAt }: { size?: number; openedAt: number }): FeedRecord[] {
  const draw = createDraw(openedAt);
  const top = topPerson("EVP, Technology Services Sales", "", draw);
  const regions = new Map(
    (["AMERICAS", "EMEA", "APJ"] as const).map((region) => [
      region,
      topPerson(`SVP, ${region}`, top.employee_id, draw),
    ]),
  );
  const records = [top, ...regions.values()];
  for (const country of demoCountries) {
    const people = Math.max(12, Math.round((country.people * size) / allPeople));
    const managerId = regions.get(country.region)?.employee_id ?? top.employee_id;
    records.push(...makeCountry(country, { people, managerId, draw }));
  }
  return records;
}

function makeCountry(country: DemoCountry, given: { people: number; managerId: string; draw: Draw }): FeedRecord[] {
  const { draw } = given;
  const sizes = countryLevels(given.people);
  const cast = castByLevel(country.code, sizes.length - 1);
  const made: FeedRecord[] = [];
  let above: FeedRecord[] = [];
  for (const [depth, count] of sizes.entries()) {
    const level = sizes.length - 1 - depth;
    const members = Array.from({ length: count }, (_, index) => {
      const manager = above[parentIndex(index, { children: count, parents: above.length })];
      const member = cast.get(level)?.[index];
      return makePerson(country, { level, isHead: depth === 0, manager, managerId: given.managerId, member, draw });
    });
    made.push(...members);
    above = members;
  }
  return made;
}

function makePerson(
  country: DemoCountry,
  given: {
    level: number;
    isHead: boolean;
    manager: FeedRecord | undefined;
    managerId: string;
    member: CastMember | undefined;
    draw: Draw;
  },
): FeedRecord {
  const { level, manager, member, draw } = given;
  const { random } = draw;
  const names = drawWeighted(namesByCountry[country.code] ?? [], random);
  const [first, last] = [drawOne(names.given, random), drawOne(names.family, random)];
  const chance = random();
  const isStaying = member !== undefined || level > 0;
  const status = isStaying || chance > 0.033 ? "Active" : chance < 0.011 ? "Terminated" : "On Leave";
  // A zone is a matter of the team; one in five works elsewhere.
  const zone = manager && random() < 0.8 ? manager.time_zone : drawOne(country.zones, random);
  return {
    employee_id: draw.newEmployeeId(),
    first_name: member?.givenName ?? first.text,
    last_name: member?.familyName ?? last.text,
    preferred_name: !member && random() < 0.05 ? drawOne(names.given, random).text : "",
    email: member?.login ?? draw.newEmail(`${emailPart(first)}.${emailPart(last)}`),
    country: country.code,
    region: country.region,
    location: country.location,
    job_title: given.isHead ? "Country Manager" : (managerTitles[level - 1] ?? drawOne(repTitles, random)),
    department: level > 2 || !manager || random() < 0.3 ? drawOne(departments, random) : manager.department,
    manager_employee_id: manager?.employee_id ?? given.managerId,
    hire_date: dayOf(draw.openedAt - drawBetween(40, 8_000, random) * dayMs),
    termination_date: status === "Terminated" ? dayOf(draw.openedAt - drawBetween(2, 30, random) * dayMs) : "",
    employment_status: status,
    language: country.language,
    time_zone: zone,
    worker_type: !isStaying && random() < 0.065 ? "Contractor" : "Employee",
  };
}

function topPerson(title: string, managerId: string, draw: Draw): FeedRecord {
  const us = demoCountries[0] as DemoCountry;
  const record = makePerson(us, { level: 9, isHead: true, manager: undefined, managerId, member: undefined, draw });
  return { ...record, job_title: title };
}

/** The cast of a country by level, in a small country at most as high as its tree goes. */
function castByLevel(country: string, highest: number): Map<number, CastMember[]> {
  const members = demoCast.filter((member) => member.country === country);
  return Map.groupBy(members, (member) => Math.min(member.level, highest));
}

function createDraw(openedAt: number): Draw {
  const random = seededRandom("cleared demo people");
  const taken = new Map<string, number>(demoCast.map(({ login }) => [login.split("@")[0] ?? "", 1]));
  let id = 5_000_000;
  return {
    random,
    openedAt,
    newEmployeeId: () => {
      id += 1 + Math.floor(random() * 9);
      return `0${id}`;
    },
    newEmail: (local) => {
      const count = (taken.get(local) ?? 0) + 1;
      taken.set(local, count);
      return `${local}${count > 1 ? count : ""}@reps.example.com`;
    },
  };
}

function emailPart({ latin }: Name): string {
  return latin
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll(/[^a-z]/g, "");
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
