import type { NoticePerson } from "#app/features/notices/notice-person.ts";

const day = 86_400_000;
const zones = [
  ...["Europe/Berlin", "America/New_York", "America/Denver", "America/Sao_Paulo", "Asia/Kolkata"],
  ...["Asia/Kathmandu", "Australia/Adelaide", "Pacific/Kiritimati", "America/St_Johns"],
];

type Wave = { announcedAt: number; edition: number; countries: string[] | null; graceEnd: number };
type Being = {
  n: number;
  rep: boolean;
  address: boolean;
  country: string;
  zone: string;
  manager: number | null;
  hiredAt: number;
  leftAt: number | null;
  leave: [number, number][];
  certified: { edition: number; until: number } | null;
  /** How likely somebody finishes on a day on which something is due. */
  zeal: number;
};

/** A small generator of numbers that is the same on every machine; between 0 and 1. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

type World = { people: number; start: number; seed: number };

/**
 * An organisation that lives day by day: people join, leave, go on leave, certify and expire, waves are announced, teams
 * get other managers, some move to other zones. `dayOf` goes one day on and says how everybody stands then.
 */
export function makeNoticeWorld({ people, start, seed }: World) {
  const random = makeRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const countries = ["DE", "US", "IN", "BR"];
  const waves: Wave[] = [
    { announcedAt: 0, edition: 1, countries: null, graceEnd: start - 300 * day },
    { announcedAt: start + 70 * day, edition: 2, countries: ["DE"], graceEnd: start + 120 * day + 7 * 3_600_000 },
    { announcedAt: start + 148 * day, edition: 2, countries: ["US", "IN"], graceEnd: start + 152 * day },
    { announcedAt: start + 200 * day, edition: 3, countries: null, graceEnd: start + 290 * day + 1 },
  ];
  const beings = Array.from({ length: people }, (_, n): Being => {
    const managers = Math.max(1, Math.floor(people / 8));
    return {
      ...{ n, rep: random() < 0.95, address: random() < 0.97, country: pick(countries), zone: pick(zones) },
      manager: n === 0 || random() < 0.02 ? null : Math.floor(random() * Math.min(n, managers)),
      hiredAt: random() < 0.9 ? 0 : start + Math.floor(random() * 330) * day,
      leftAt: random() < 0.1 ? start + Math.floor(random() * 365) * day : null,
      leave: random() < 0.15 ? [leaveFrom(start + Math.floor(random() * 330) * day)] : [],
      certified: random() < 0.85 ? { edition: 1, until: start + Math.floor(random() * 365 * 24) * 3_600_000 } : null,
      zeal: pick([0, 0.01, 0.03, 0.1]),
    };
  });
  function leaveFrom(at: number): [number, number] {
    return [at, at + Math.floor(1 + random() * 60) * day];
  }

  function live(now: number) {
    for (const one of beings) {
      const due = dueOf(one, waves, now);
      if (due !== null && due - now < 40 * day && random() < one.zeal) {
        one.certified = { edition: newest(one, waves, now)?.edition ?? 1, until: now + 365 * day };
      }
      const chance = random();
      if (chance < 0.0004) one.manager = pick(beings).n;
      else if (chance < 0.0006) one.zone = pick(zones);
    }
  }

  function dayOf(now: number): NoticePerson[] {
    live(now);
    return beings.map((one) => personOf(one, dueOf(one, waves, now), now));
  }
  return { dayOf };
}

function personOf(one: Being, dueAt: number | null, now: number): NoticePerson {
  const employed = one.hiredAt <= now && (one.leftAt === null || one.leftAt > now);
  const onLeave = one.leave.some(([from, until]) => from <= now && now < until);
  const id = `p${one.n}`;
  return {
    ...{ id, employeeId: id, managerEmployeeId: one.manager === null ? null : `p${one.manager}`, name: id },
    ...{ country: one.country, language: "en", timeZone: one.zone, counted: one.rep && employed, onLeave },
    ...{ reachable: employed && !onLeave && one.address, dueAt: one.rep ? dueAt : null, knownFrom: one.hiredAt },
  };
}

function newest(one: Being, waves: readonly Wave[], now: number): Wave | undefined {
  return waves.findLast((wave) => wave.announcedAt <= now && (wave.countries?.includes(one.country) ?? true));
}

function dueOf(one: Being, waves: readonly Wave[], now: number): number | null {
  const wave = newest(one, waves, now);
  if (!wave) return null;
  const { certified } = one;
  if (certified && certified.edition >= wave.edition) return Math.max(certified.until, 0);
  return wave.graceEnd;
}
