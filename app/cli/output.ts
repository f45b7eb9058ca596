import type { Writable } from "node:stream";

export type Progress = { update: (done: number, total: number) => void; end: () => void };

export type Output = {
  json: boolean;
  /** One line for a person; silent under `--json`. */
  line: (text: string) => void;
  /** One machine-readable line; silent without `--json`. */
  record: (value: Record<string, unknown>) => void;
  error: (text: string) => void;
  /** A bar on a terminal, a line each ten per cent elsewhere; on standard error, so that output can be piped. */
  progress: (label: string) => Progress;
};

type Streams = { stdout: Writable; stderr: Writable & { isTTY?: boolean } };

export function createOutput(json: boolean, streams: Streams = process): Output {
  return {
    json,
    line: (text) => void (json || streams.stdout.write(`${text}\n`)),
    record: (value) => void (json && streams.stdout.write(`${JSON.stringify(value)}\n`)),
    error: (text) => void streams.stderr.write(`${text}\n`),
    progress: (label) => (json ? { update: () => {}, end: () => {} } : progressBar(label, streams.stderr)),
  };
}

function progressBar(label: string, stream: Streams["stderr"]): Progress {
  const width = 28;
  let shown = -1;
  return {
    update: (done, total) => {
      const percent = total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100));
      const step = stream.isTTY ? percent : Math.floor(percent / 10) * 10;
      if (step === shown) return;
      shown = step;
      if (stream.isTTY) {
        const filled = Math.round((percent / 100) * width);
        stream.write(`\r${label} [${"#".repeat(filled)}${"·".repeat(width - filled)}] ${percent} %`);
      } else stream.write(`${label}: ${step} %\n`);
    },
    end: () => void (stream.isTTY && shown >= 0 && stream.write("\n")),
  };
}
