import { requireNode } from "./node-needed.mjs";

requireNode();
// What an import statement names is read and run before anything here is.
await import("./cleared.ts");
