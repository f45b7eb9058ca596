type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/**
 * Makes the generated description fit for generators of client code: no regular expressions for instants, which few
 * of them read, no shapes that nothing refers to, and answers that may gain members without breaking a client.
 */
export function tidyOpenApi(document: object): object {
  const tidied = withoutInstantPatterns(JSON.parse(JSON.stringify(document)));
  return isRecord(tidied) ? withOpenSchemas(tidied) : {};
}

function withoutInstantPatterns(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutInstantPatterns);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !(name === "pattern" && value.format === "date-time"))
      .map(([name, member]) => [name, withoutInstantPatterns(member)]),
  );
}

/** The named shapes are those of answers. */
function withOpenSchemas(document: Record<string, Json>): Record<string, Json> {
  const { components } = document;
  if (!isRecord(components) || !isRecord(components.schemas)) return document;
  const schemas = components.schemas;
  const used = new Set<string>();
  const waiting = referred(JSON.stringify(document.paths));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...referred(JSON.stringify(schemas[name])));
  }
  const kept = Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]) => (used.has(name) ? [[name, opened(schema)]] : [])),
  );
  return { ...document, components: { ...components, schemas: kept } };
}

function opened(value: Json): Json {
  if (Array.isArray(value)) return value.map(opened);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => !(name === "additionalProperties" && member === false))
      .map(([name, member]) => [name, opened(member)]),
  );
}

function referred(text: string): string[] {
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? "");
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
