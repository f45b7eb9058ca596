/** What the load generator asks, small enough to be sent to it. */
export type Asking =
  | { kind: "claim-right"; token: string; employeeIds: string[] }
  | { kind: "deal-claim"; token: string; employeeIds: string[]; prefix: string }
  | { kind: "page"; paths: string[]; cookies: string[] };

/** The status of a right answer. */
export const expectedStatus: Record<Asking["kind"], number> = { "claim-right": 200, "deal-claim": 201, page: 200 };

/** The text of the `n`-th request. Same for the same `n`, so that both sides of a comparison are asked the same. */
export function requestText(asking: Asking, n: number): string {
  switch (asking.kind) {
    case "claim-right": {
      const path = `/api/v1/reps/${drawn(asking.employeeIds, n)}/claim-right`;
      return `GET ${path} HTTP/1.1\r\n${common}Authorization: Bearer ${asking.token}\r\n\r\n`;
    }
    case "deal-claim": {
      const reference = `${asking.prefix}-${n}`;
      const body = JSON.stringify({
        employeeId: drawn(asking.employeeIds, n),
        dealReference: reference,
        customerName: "Adriatic Lines",
        customerCountry: "HR",
        engagement: "direct_new_business",
        role: "lead",
      });
      return (
        `POST /api/v1/deal-claims HTTP/1.1\r\n${common}Authorization: Bearer ${asking.token}\r\n` +
        `Idempotency-Key: ${reference}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
      );
    }
    case "page":
      return (
        `GET ${asking.paths[n % asking.paths.length]} HTTP/1.1\r\n${common}Accept: text/html\r\nAccept-Encoding: gzip, br\r\n` +
        `Cookie: ${drawn(asking.cookies, n)}\r\n\r\n`
      );
  }
}

const common = "Host: 127.0.0.1\r\n";

/** Spreads consecutive numbers over the whole list (Knuth's multiplicative hash). */
function drawn(list: readonly string[], n: number): string {
  return list[(Math.imul(n, 2_654_435_761) >>> 0) % list.length] ?? "";
}
