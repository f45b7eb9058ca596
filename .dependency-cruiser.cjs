/** Imports run one way: routes, cli → features → platform, ui → db. */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "db-knows-nobody",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^app/" },
    },
    {
      name: "db-only-through-its-door",
      severity: "error",
      comment: "Tables, types and connections come from app/platform/db.server.ts.",
      from: { path: "^app/", pathNot: "^app/platform/db\\.server\\.ts$" },
      to: { path: "^db/" },
    },
    {
      name: "platform-knows-no-feature",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^app/(features|routes|cli|ui)/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/(features|routes|cli)/" },
    },
    {
      name: "features-know-no-route",
      severity: "error",
      from: { path: "^app/features/" },
      to: { path: "^app/(routes|cli)/" },
    },
    { name: "routes-know-no-command", severity: "error", from: { path: "^app/routes/" }, to: { path: "^app/cli/" } },
    {
      name: "pure-rules-touch-no-world",
      severity: "error",
      comment: "A file that reads the database, files, the environment or secrets ends in .server.ts.",
      from: { path: "^app/features/.*\\.tsx?$", pathNot: "(\\.server|\\.test)\\.tsx?$" },
      to: { path: "(\\.server\\.tsx?$|^node:(fs|crypto|child_process|net|http))", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lucia-lives-in-accounts",
      severity: "error",
      from: { pathNot: "^app/features/accounts/" },
      to: { path: "node_modules/lucia" },
    },
    {
      name: "not-to-tests",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^tests/" },
    },
    { name: "not-to-missing", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "\\?url$" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^build/|\\.css)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
