import { type PassThrough, Readable } from 'node:stream'
import { ReadableStream as WebStream } from 'node:stream/web'
import { setImmediate as turn } from 'node:timers/promises'
import { ZipFile } from 'yazl'
import { log } from '@/lib/log'

/** Lets others have their turn between two pieces: reading a page and writing it out holds the loop. */
async function* unhurried(pieces: AsyncIterable<string>) {
  for await (const piece of pieces) {
    yield Buffer.from(piece)
    await turn()
  }
}

/** A zip of these files, made while it is sent: nothing of it is held longer than that. */
export function zipOf(files: Record<string, AsyncIterable<string>>, now: Date): ReadableStream {
  const zip = new ZipFile()
  const out = zip.outputStream as PassThrough
  // A download that breaks off is seen to be broken; nobody takes half of it for the whole.
  const fail = (error: Error) => {
    log().error({ err: error }, 'an export broke off')
    out.destroy(error)
  }
  zip.on('error', fail)
  for (const [name, pieces] of Object.entries(files))
    zip.addReadStreamLazy(name, { mtime: now, mode: 0o100600 }, (ready) =>
      ready(null, Readable.from(unhurried(pieces)).on('error', fail)),
    )
  zip.end()
  // Not Readable.toWeb(): when the reader goes away, it throws where nobody can catch it.
  return WebStream.from(out) as ReadableStream
}
