import type { Readable } from 'node:stream'

/**
 * A Node stream as the body of a response. Not `Readable.toWeb()`: when a download is broken off, it throws where nobody
 * can catch it. Not `ReadableStream.from()`: what is cancelled while it waits for bytes goes on waiting.
 * @param asError what to tell the reader when the source fails
 * @param patienceMs how long the source may keep a reader waiting; for ever when absent. A reader may take any time.
 */
export function webStream(
  source: Readable,
  asError: (error: unknown) => unknown,
  patienceMs?: number,
): ReadableStream<Uint8Array> {
  // The iterator tells of an error, but listens only once it is asked: before that the process would end of it.
  source.on('error', () => source.destroy())
  const chunks = source[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const giveUp = () => source.destroy(new Error(`nothing came for ${patienceMs} ms`))
        const timer = patienceMs === undefined ? undefined : setTimeout(giveUp, patienceMs)
        try {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(value)
        } catch (error) {
          controller.error(asError(error))
        } finally {
          clearTimeout(timer)
        }
      },
      cancel: () => void source.destroy(),
    },
    { highWaterMark: 0 },
  )
}
