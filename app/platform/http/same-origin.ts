const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

type Asked = {
  method: string;
  headers: Record<string, string | string[] | undefined>;
  /** The origins under which this request reaches the server: the configured one and the one it was addressed to. */
  origins: readonly string[];
};

/**
 * Whether a request that may change something comes from one of our own pages. Browsers say so in three headers, and
 * the most exact one decides alone: `Origin`; without it `Sec-Fetch-Site`; without both `Referer`. A request that says
 * nothing is refused: every browser in use sends at least one of them with a form.
 */
export function isSameOrigin({ method, headers, origins }: Asked): boolean {
  if (safeMethods.has(method)) return true;
  const { origin, referer, "sec-fetch-site": site } = headers;
  if (origin !== undefined) return typeof origin === "string" && origins.includes(origin);
  // `none` is what the person did to the browser itself, such as restoring a tab.
  if (site !== undefined) return site === "same-origin" || site === "none";
  return typeof referer === "string" && URL.canParse(referer) && origins.includes(new URL(referer).origin);
}

/**
 * The origins that count as our own for a request: the configured one, and the one in its `Host`. A page elsewhere can
 * choose neither a visitor's `Host` nor their `Origin`, so equality of the two says same origin; it lets one server be
 * reached as `localhost` and as `127.0.0.1`.
 */
export function ownOrigins({ origin, protocol, host }: { origin: string; protocol: string; host: string | undefined }) {
  const addressed = `${protocol}://${host}`;
  return host !== undefined && URL.canParse(addressed) ? [origin, new URL(addressed).origin] : [origin];
}
