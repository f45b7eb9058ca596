// Every check and every test, on a bare clone too. The last line is `N passed, N failed`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root } from "../app/cli/bootstrap.mjs";
import { checkMigrations } from "./check-migrations.mjs";
import { runTool, toolScript } from "./run-tool.mjs";

const report = join(root, ".cache/vitest.json");
const testMinutes = 40;

await ensureInstalled();

/** Each is a count of one. The long ones come first, because two run at a time. */
const checks = {
  types: () => runTool([toolScript("tsc"), "--noEmit", "-p", "."]),
  build: () => runTool(["app/cli/build.mjs", "--if-changed"]),
  "unused code": () => runTool([toolScript("knip")]),
  imports: () => runTool([toolScript("depcruise"), "app", "db", "tests"]),
  migrations: checkMigrations,
  "format and lint": () => runTool([toolScript("biome"), "check", "."]),
  content: () => runTool(["app/cli/enter-cleared.ts", "content", "check"]),
};

const counted = { passed: 0, failed: 0 };
const waiting = Object.entries(checks);
await Promise.all([work(), work()]);
await runTests();
console.log(`\n${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = counted.failed === 0 ? 0 : 1;

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, check] = next;
    const { code, output, seconds } = await check();
    tell(name, code === 0, seconds);
    if (code !== 0) console.log(output.trimEnd());
    counted[code === 0 ? "passed" : "failed"] += 1;
  }
}

async function runTests() {
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, output, seconds } = await runTool([toolScript("vitest"), "run", ...reporters], {
    limit: testMinutes,
    shown: true,
  });
  if (output !== "") console.log(output.trim());
  const { passed, failed } = readReport();
  // A run that ended badly although no test says so has failed somewhere between the tests.
  const wrong = code !== 0 && failed === 0 ? 1 : failed;
  tell("tests", code === 0 && wrong === 0, seconds);
  counted.passed += passed;
  counted.failed += wrong;
}

/** A file that could not be loaded holds no test, and counts as one that failed. */
function readReport() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.every((one) => one.status !== "failed"),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function tell(name, passed, seconds) {
  console.log(`${passed ? "ok    " : "FAILED"} ${name}, ${seconds.toFixed(1)} s`);
}
