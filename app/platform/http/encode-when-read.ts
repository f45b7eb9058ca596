import { encode as encodeNow } from "turbo-stream";

/** As turbo-stream's, but does nothing until somebody reads. The build puts it in the place of the other. */
export function encode(...given: Parameters<typeof encodeNow>): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream(
    {
      pull: async (controller) => {
        reader ??= encodeNow(...given).getReader();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
