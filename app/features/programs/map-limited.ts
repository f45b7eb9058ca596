/** Maps in the order given, with at most `limit` calls under way at a time. */
export async function mapLimited<A, B>(values: A[], limit: number, map: (value: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  const queue = values.entries();
  const worker = async () => {
    for (const [index, value] of queue) results[index] = await map(value);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
