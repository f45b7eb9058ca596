export type RateWindow = {
  /** Counts one more request of a caller. Answers null, or after how many seconds the caller may go on. */
  count: (caller: string, now: number) => number | null;
};

type Counted = { endsAt: number; requests: number };

/**
 * Counts requests per caller in fixed windows of `ms` milliseconds. Synchronous and a few lines, because it stands on
 * the way of every request. Remembers `mostCallers`; when there are more, windows that are over are forgotten first.
 */
export function rateWindow({
  most,
  ms,
  mostCallers = 20_000,
}: {
  most: number;
  ms: number;
  mostCallers?: number;
}): RateWindow {
  const callers = new Map<string, Counted>();

  function forget(now: number) {
    for (const [caller, { endsAt }] of callers) if (endsAt <= now) callers.delete(caller);
    for (const caller of callers.keys()) {
      if (callers.size < mostCallers) return;
      callers.delete(caller);
    }
  }

  return {
    count: (caller, now) => {
      let counted = callers.get(caller);
      if (!counted || counted.endsAt <= now) {
        if (!counted && callers.size >= mostCallers) forget(now);
        counted = { endsAt: now + ms, requests: 0 };
        callers.set(caller, counted);
      }
      counted.requests += 1;
      return counted.requests > most ? Math.max(1, Math.ceil((counted.endsAt - now) / 1000)) : null;
    },
  };
}

/** Under which an address is counted: an IPv6 network of 64 bits is one caller, who can pick any address in it. */
export function callerOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("%", 1)[0]?.split("::") ?? [];
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0") : [];
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
