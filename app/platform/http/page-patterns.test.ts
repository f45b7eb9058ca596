import { expect, test } from "vitest";
import { pagePatterns, routesOfPattern } from "./page-patterns.ts";

const routes = {
  root: { id: "root", path: "" },
  home: { id: "home", parentId: "root", index: true },
  frame: { id: "frame", parentId: "root" },
  lesson: { id: "lesson", parentId: "frame", path: "program/lessons/:moduleId" },
  deals: { id: "deals", parentId: "frame", path: "deals" },
  newDeal: { id: "newDeal", parentId: "deals", path: "new" },
  deal: { id: "deal", parentId: "deals", path: ":claimId" },
  localised: { id: "localised", parentId: "root", path: ":language?/help" },
  certificateFile: { id: "certificateFile", parentId: "root", path: "certificates/:number.pdf" },
  certificate: { id: "certificate", parentId: "root", path: "certificates/:number" },
  files: { id: "files", parentId: "root", path: "files.v1/*" },
};
const patternOf = pagePatterns(routes);

test.each([
  ["/", "/"],
  ["/_root.data", "/"],
  ["/program/lessons/m-01", "/program/lessons/:moduleId"],
  ["/program/lessons/m-01.data", "/program/lessons/:moduleId"],
  ["/deals/new", "/deals/new"],
  ["/deals/0198-secret", "/deals/:claimId"],
  ["/deals/", "/deals"],
  ["/help", "/:language?/help"],
  ["/de/help", "/:language?/help"],
  ["/certificates/CLR-1.pdf", "/certificates/:number.pdf"],
  ["/certificates/CLR-1", "/certificates/:number"],
  ["/certificates/CLR-1xpdf", "/certificates/:number"],
  ["/files.v1/a/b", "/files.v1/*"],
  ["/filesXv1/a", ""],
  ["/Deals/NEW", "/deals/new"],
  ["/deals/%6Eew", "/deals/new"],
  ["/deals/a%2Fb", "/deals/:claimId"],
  ["/deals/%E0%A4", "/deals/:claimId"],
  ["/certificates/CLR-1.PDF", "/certificates/:number.pdf"],
  ["/nothing/here/at/all", ""],
])("%s belongs to %s", (pathname, pattern) => {
  expect(patternOf(pathname)).toBe(pattern);
});

test.each([
  ["/deals/:claimId", ["root", "frame", "deals", "deal"]],
  ["/deals", ["root", "frame", "deals"]],
  ["/certificates/:number", ["root", "certificate"]],
  ["/nothing", []],
])("%s lies in the routes %j", (pattern, ids) => {
  expect(Object.keys(routesOfPattern(routes, pattern))).toEqual(ids);
});

test("what only frames other pages is itself, and the start page where there is one", () => {
  expect(Object.keys(routesOfPattern(routes, "/"))).toEqual(["root", "home", "frame"]);
});
