import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvRecord, parseFeed } from "./parse-feed.server.ts";

async function parse(text: string) {
  const records: CsvRecord[] = [];
  await parseFeed({ name: "feed.csv", bytes: Buffer.from(text), onRecord: (record) => records.push(record) });
  return records.map(({ line, cells }) => [line, cells?.join("|") ?? null]);
}

test.each([
  [
    "line feeds",
    "a,b\n1,2\n3,4\n",
    [
      [1, "a|b"],
      [2, "1|2"],
      [3, "3|4"],
    ],
  ],
  [
    "no end of line at the end",
    "a,b\n1,2",
    [
      [1, "a|b"],
      [2, "1|2"],
    ],
  ],
  [
    "a byte order mark and CRLF",
    "\ufeffa,b\r\n1,2\r\n",
    [
      [1, "a|b"],
      [2, "1|2"],
    ],
  ],
  [
    "a quoted header after the mark",
    '\ufeff"a","b"\n1,2',
    [
      [1, "a|b"],
      [2, "1|2"],
    ],
  ],
  [
    "every kind of line end in one file",
    "a,b\r1,2\n3,4\r\n5,6",
    [
      [1, "a|b"],
      [2, "1|2"],
      [3, "3|4"],
      [4, "5|6"],
    ],
  ],
  [
    "line breaks within quotes",
    'a,b\r\n"x\r\ny",2\r\n"q\n\nw",4\r\n5,6',
    [
      [1, "a|b"],
      [2, "x\r\ny|2"],
      [4, "q\n\nw|4"],
      [7, "5|6"],
    ],
  ],
  [
    "empty lines",
    "a,b\n\n\n1,2\n\n",
    [
      [1, "a|b"],
      [4, "1|2"],
    ],
  ],
  [
    "doubled quotes",
    'a,b\n"say ""x""",2',
    [
      [1, "a|b"],
      [2, 'say "x"|2'],
    ],
  ],
  [
    "short and long rows",
    "a,b\n1\n1,2,3",
    [
      [1, "a|b"],
      [2, "1"],
      [3, "1|2|3"],
    ],
  ],
  [
    "a quote that never closes",
    'a,b\n1,"x\n2,y\n3,z\n',
    [
      [1, "a|b"],
      [2, null],
      [3, "2|y"],
      [4, "3|z"],
    ],
  ],
  [
    "a quote that closes far below",
    'a,b\n1,"x\n2,y\n3,"z"\n4,w',
    [
      [1, "a|b"],
      [2, null],
      [3, "2|y"],
      [4, "3|z"],
      [5, "4|w"],
    ],
  ],
  [
    "text after a closing quote",
    'a,b\n1,"x" y\n2,y',
    [
      [1, "a|b"],
      [2, null],
      [3, "2|y"],
    ],
  ],
  [
    "a quote inside a plain value",
    'a,b\n1,x"y\n2,y',
    [
      [1, "a|b"],
      [2, null],
      [3, "2|y"],
    ],
  ],
  [
    "two stray quotes that swallow a row",
    'a,b\n1,"x\n2,y",z\n3,w',
    [
      [1, "a|b"],
      [2, null],
      [3, null],
      [4, "3|w"],
    ],
  ],
  [
    "two stray quotes that swallow rows into one value",
    'a,b\n1,"x\n2,y\n3,z"\n4,w',
    [
      [1, "a|b"],
      [2, null],
      [3, "2|y"],
      [4, null],
      [5, "4|w"],
    ],
  ],
  [
    "a quote that breaks the last line",
    'a,b\n1,2\n3,"',
    [
      [1, "a|b"],
      [2, "1|2"],
      [3, null],
    ],
  ],
  [
    "a row longer than any row can be",
    `a,b\n1,${"x".repeat(100_001)}\n2,y`,
    [
      [1, "a|b"],
      [2, null],
      [3, "2|y"],
    ],
  ],
  [
    "letters of several bytes before a broken row",
    'ä,ü\n東京,"\n2,é\n',
    [
      [1, "ä|ü"],
      [2, null],
      [3, "2|é"],
    ],
  ],
] as [string, string, [number, string | null][]][])("%s", async (_, text, expected) => {
  expect(await parse(text)).toEqual(expected);
});

test("what a CSV writer writes is read back, with the right lines, across the chunks in which a file is read", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "é", "東", '"', "\n", "\r\n", " ", "x".repeat(500)),
    maxLength: 40,
  });
  const rows = fc.array(fc.tuple(cell, cell, fc.constant("end")), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), async (cells, delimiter) => {
      const text = stringify([["a", "b", "c"], ...cells], { record_delimiter: delimiter, quoted: true });
      let line = 2;
      const expected = cells.map((row) => {
        const at = line;
        line += 1 + (row.join("").match(/\n/g)?.length ?? 0);
        return [at, row.join("|")];
      });
      expect((await parse(text)).slice(1)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("a file that is full of broken rows is refused as a whole", async () => {
  await expect(parse(`a,b\n${'1,x"y\n'.repeat(1001)}`)).rejects.toThrow("more than 1000 lines whose quotation marks");
});

test("a failure while a record is handed on is not taken for a broken row", async () => {
  const onRecord = () => {
    throw new Error("no");
  };
  await expect(parseFeed({ name: "feed.csv", bytes: Buffer.from("a,b\n1,2"), onRecord })).rejects.toThrow("no");
});

test("while a long file is read, others get their turn again and again", async () => {
  const bytes = Buffer.from(`a,b\n${"somebody,something else\n".repeat(20_000)}`);
  let turns = 0;
  let reading = true;
  const others = async () => {
    for (; reading; turns++) await new Promise((resume) => setImmediate(resume));
  };
  const told: number[] = [];
  const done = others();
  await parseFeed({ name: "feed.csv", bytes, onRecord: () => {}, onProgress: () => told.push(turns) });
  reading = false;
  await done;
  expect(told.length).toBeGreaterThan(5);
  expect(new Set(told).size).toBe(told.length);
});
