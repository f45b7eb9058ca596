/** On every answer, whatever it is. */
export function commonHeaders(origin: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    // Once over HTTPS, never without it; on a plain origin the header would lock the host's other ports out.
    ...(origin.startsWith("https:") ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** On every page besides. */
export const pageHeaders: Record<string, string> = {
  "referrer-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** What an answer that is no page may do when a browser shows it: nothing. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

type PagePolicy = {
  nonce: string;
  development: boolean;
  /** On the page of a player: where its film comes from beside this server, and whether a script feeds it. */
  film?: { hosts: readonly string[]; fed: boolean };
};

/** What a page may load and run: its own files, and the inline scripts that carry this answer's nonce. */
export function contentSecurityPolicy({ nonce, development, film }: PagePolicy): string {
  const hosts = (film?.hosts ?? []).map((host) => ` ${host}`).join("");
  // The elements of the player bring their style sheets with them; everywhere else there is none in a page.
  const styles = film ? ` 'nonce-${nonce}'` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite puts styles into the page by script and reloads through a socket; a built application does neither.
    `style-src 'self'${development ? " 'unsafe-inline'" : styles}`,
    `connect-src 'self'${development ? " ws:" : ""}${hosts}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `media-src 'self'${film?.fed ? " blob:" : ""}${hosts}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
