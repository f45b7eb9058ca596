import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

// Made for a function that serves one request: with one process, closing a context closes the browser.
const unwanted = new Set(["--single-process", "--no-zygote"]);

/** Starts the Chromium that came as an npm package; nothing has to be installed on the machine. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((arg) => !unwanted.has(arg)), headless: true });
}
