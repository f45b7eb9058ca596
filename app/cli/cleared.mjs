import { becomeCleared, requireInstalled } from "./bootstrap.mjs";

requireInstalled();
await becomeCleared(process.argv.slice(2));
