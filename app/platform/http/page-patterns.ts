type PageRoute = { id: string; parentId?: string; path?: string; index?: boolean };
type PageRoutes = Record<string, PageRoute | undefined>;

/**
 * Names the page route that an address belongs to, by its pattern. Where several fit, the one with the most fixed
 * segments is named, then the first. Answers an empty string for an address that no route has.
 */
export function pagePatterns(routes: PageRoutes): (pathname: string) => string {
  const patterns = [...new Set(Object.values(routes).flatMap((route) => (route ? [patternOf(routes, route)] : [])))]
    .map((pattern) => ({ pattern, test: matcher(pattern), fixed: fixedSegments(pattern) }))
    .sort((a, b) => b.fixed - a.fixed);
  return (pathname) => {
    const page = decoded(pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/"));
    return patterns.find(({ test }) => test.test(page))?.pattern ?? "";
  };
}

/** The routes of a pattern with those that they lie in. */
export function routesOfPattern<R extends PageRoute>(
  routes: Record<string, R | undefined>,
  pattern: string,
): Record<string, R> {
  const found = Object.values(routes).flatMap((route) =>
    route && patternOf(routes, route) === pattern ? withParents(routes, route) : [],
  );
  return Object.fromEntries(found.map((route) => [route.id, route]));
}

function patternOf(routes: PageRoutes, route: PageRoute): string {
  const segments = withParents(routes, route).flatMap(({ path }) => (path ? [path] : []));
  return `/${segments.join("/")}`;
}

/** From the outermost to the route itself. */
function withParents<R extends PageRoute>(routes: Record<string, R | undefined>, route: R): R[] {
  const parent = route.parentId ? routes[route.parentId] : undefined;
  return parent ? [...withParents(routes, parent), route] : [route];
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split("/").slice(1);
  const source = parts.filter(Boolean).map((part) => {
    if (part === "*") return "(?:/.*)?";
    const optional = part.endsWith("?");
    const name = optional ? part.slice(0, -1) : part;
    const fixed = name.replace(/^:\w+/, "");
    const segment = `/${fixed === name ? "" : "[^/]+"}${fixed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
    return optional ? `(?:${segment})?` : segment;
  });
  return new RegExp(`^${source.join("")}/?$`, "i");
}

/** As Remix reads addresses: letters may be large or small, and may be encoded; an encoded slash parts nothing. */
function decoded(pathname: string): string {
  try {
    const segments = pathname.split("/").map((segment) => decodeURIComponent(segment).replaceAll("/", "%2F"));
    return segments.join("/");
  } catch {
    return pathname;
  }
}

function fixedSegments(pattern: string): number {
  return pattern.split("/").filter((part) => part !== "" && part !== "*" && !part.startsWith(":")).length;
}
