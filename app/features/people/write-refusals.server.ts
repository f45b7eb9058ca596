import { open, rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { stringify } from "csv-stringify/sync";
import { AppError } from "#app/platform/errors.ts";
import type { Refusal } from "./refusal.ts";
import { neutraliseFormula, visibleText } from "./visible-text.ts";

const header = "line,column,value,reason,explanation";

/** Where the refused rows of a file are listed when nobody says otherwise: beside it. */
export function refusedFileOf(feedFile: string): string {
  return `${feedFile.replace(/\.csv$/i, "")}.refused.csv`;
}

/**
 * Writes one line for each refusal, or removes the list of an earlier run when there is none. Returns the path written.
 * Throws an AppError when the path holds something else, or cannot be written.
 */
export async function writeRefusals(
  refusals: readonly Refusal[],
  { path, feedFile }: { path: string; feedFile: string },
): Promise<string | null> {
  if (resolve(path) === resolve(feedFile)) {
    throw new AppError("bad-request", `The refused rows cannot be written to ${path}: it is the file to import.`);
  }
  try {
    if (!(await isFreeOrOurs(path))) {
      throw new AppError(
        "conflict",
        `${path} is there and is no list of refused rows. Name another file with --refused.`,
      );
    }
    if (refusals.length === 0) {
      await rm(path, { force: true });
      return null;
    }
    // Renamed when complete, so that nobody ever reads half a list.
    await writeFile(`${path}.part`, refusalsCsv(refusals));
    await rename(`${path}.part`, path);
    return path;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      "bad-request",
      `The list of refused rows cannot be written to ${path}. Nothing was imported. Name another file with --refused.`,
      { cause: error },
    );
  }
}

/** One line for each refusal; a row may have several. */
export function refusalsCsv(refusals: readonly Refusal[]): string {
  return `${header}\n${stringify(refusals.map(cellsOf))}`;
}

function cellsOf({ line, column, value, reason, explanation }: Refusal) {
  return [line, column, neutraliseFormula(visibleText(value)), reason, explanation];
}

async function isFreeOrOurs(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (!file) return true;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(header.length), 0, header.length, 0);
    return bytesRead === 0 || buffer.toString("utf8", 0, bytesRead) === header;
  } finally {
    await file.close();
  }
}
