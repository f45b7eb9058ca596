import { becomeCleared } from "./become-cleared.mjs";
import { requireInstalled } from "./bootstrap.mjs";

requireInstalled();
await becomeCleared(process.argv.slice(2));
