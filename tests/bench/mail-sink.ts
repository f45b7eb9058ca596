// A mail server in a process of its own that takes everything and keeps nothing.
import { makeMailServer } from "#tests/make-mail-server.ts";
import { takeTask } from "./child-work.ts";

takeTask<object, { url: string }>(async () => {
  const { url } = await makeMailServer();
  return { url };
});
