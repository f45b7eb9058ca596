const dayMs = 86_400_000;

/**
 * How far the clocks of a time zone are ahead of UTC at an instant, both in milliseconds. Asks the zone's rules once a day
 * of the calendar and not for each instant: an export has hundreds of thousands of them on a few hundred days.
 */
export function zoneOffset(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  const exact = (at: number): number => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
  const known = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / dayMs);
    let offset = known.get(day);
    if (offset === undefined) {
      const [start, end] = [exact(day * dayMs), exact((day + 1) * dayMs - 1000)];
      offset = start === end ? start : null;
      known.set(day, offset);
    }
    // On a day on which the clocks are changed it depends on the hour.
    return offset ?? exact(at);
  };
}
