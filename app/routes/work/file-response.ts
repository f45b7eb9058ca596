type SentFile = { name: string; mediaType: string; pieces: AsyncIterable<Uint8Array>; size?: number };

/** A file to save, made or read no faster than it is taken. When the reader goes away, so does what makes it. */
export function fileResponse({ name, mediaType, pieces, size }: SentFile): Response {
  const source = pieces[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await source.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await source.return?.();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "no-store",
      ...(size === undefined ? {} : { "content-length": String(size) }),
    },
  });
}

/** For the few that read no other. */
function asciiName(name: string): string {
  return name.replace(/[^\w.() -]/g, "_");
}
