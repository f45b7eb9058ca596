// Loaded into a measured process: leaves the most memory it ever held, in kilobytes, in the file BENCH_PEAK.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const status = "/proc/self/status";

process.on("exit", () => {
  const file = process.env.BENCH_PEAK;
  if (file) writeFileSync(file, String(peakKilobytes()));
});

/** On Linux `maxRSS` begins with the parent's, which the process only had until it became another program. */
function peakKilobytes(): number {
  const found = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, "utf8")) : null;
  return found ? Number(found[1]) : process.resourceUsage().maxRSS;
}
