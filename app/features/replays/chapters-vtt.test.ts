import { expect, test } from "vitest";
import { chaptersVtt } from "./chapters-vtt.ts";

test("chapters become cues, and a title cannot end one", () => {
  const chapters = [
    { id: "a", title: "Why & how", start: 0, end: 83.9, mandatory: true },
    { id: "b", title: "1 --> 2 <b>", start: 83.9, end: 3723, mandatory: false },
  ];
  expect(chaptersVtt({ chapters })).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:01:23.900\nWhy &amp; how\n\n00:01:23.900 --> 01:02:03.000\n1 --&gt; 2 &lt;b&gt;\n",
  );
});
