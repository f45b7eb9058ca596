const unreachable = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENETUNREACH|28P01|28000|3D000|57P0)/;

/**
 * What a failure means to whoever typed the command. A failed query tells its reason, and not its text and values: these
 * may be about people.
 */
export function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = innermost(error);
  const said = `${error.message} ${cause.message}`;
  if (/no such (table|column)|(relation|column) .* does not exist/.test(said))
    return 'The database is not set up for this version. Run "cleared migrate" first.';
  const code = "code" in cause ? String(cause.code) : "";
  if (unreachable.test(code))
    return `The database does not answer: ${cause.message || code}. Check DATABASE_URL, and that the database runs.`;
  return error.message.startsWith("Failed query") ? cause.message : error.message;
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
