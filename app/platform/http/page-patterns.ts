type PageRoute = { id: string; parentId?: string; path?: string; index?: boolean };
type PageRoutes = Record<string, PageRoute | undefined>;

/**
 * Names the page route that an address belongs to, for logs and metrics only. Where several fit, the one with the most
 * fixed segments is named. Answers an empty string for an address that no route has.
 */
export function pagePatterns(routes: PageRoutes): (pathname: string) => string {
  const patterns = [...new Set(Object.values(routes).flatMap((route) => (route ? [fullPath(routes, route)] : [])))]
    .map((pattern) => ({ pattern, test: matcher(pattern), fixed: fixedSegments(pattern) }))
    .sort((a, b) => b.fixed - a.fixed);
  return (pathname) => {
    const page = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
    return patterns.find(({ test }) => test.test(page))?.pattern ?? "";
  };
}

function fullPath(routes: PageRoutes, route: PageRoute): string {
  const segments: string[] = [];
  for (let at: PageRoute | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
    if (at.path) segments.unshift(at.path);
  }
  return `/${segments.join("/")}`;
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
  return new RegExp(`^${source.join("")}/?$`);
}

function fixedSegments(pattern: string): number {
  return pattern.split("/").filter((part) => part !== "" && part !== "*" && !part.startsWith(":")).length;
}
