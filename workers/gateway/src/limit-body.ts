/**
 * A body that fails beyond a size. The other half of a cloned response is then no longer kept in
 * memory for it.
 */
export function limitBody(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): ReadableStream<Uint8Array> | null {
  let size = 0;
  return (
    body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          size += chunk.byteLength;
          if (size > most) throw new RangeError(`a body of more than ${most} bytes`);
          controller.enqueue(chunk);
        },
      }),
    ) ?? null
  );
}
