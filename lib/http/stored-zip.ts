import { type PassThrough, Readable } from 'node:stream'
import type { ReadableStream as NodeWebStream } from 'node:stream/web'
import { ZipFile } from 'yazl'
import { log } from '../log'
import { webStream } from '../storage/web-stream'

export type ZipEntry = { name: string; bytes: number; at: Date; open: () => Promise<ReadableStream<Uint8Array>> }
export type StoredZip = { bytes: number; body: ReadableStream<Uint8Array> }

/**
 * A zip of files that are packed already, made while it is sent: one file is open at a time, and nothing of it is held
 * longer than that. Its size is known beforehand.
 */
export function storedZip(entries: readonly ZipEntry[]): Promise<StoredZip> {
  const zip = new ZipFile()
  const out = zip.outputStream as PassThrough
  // A download that breaks off is seen to be broken; nobody takes half of it for the whole.
  const fail = (error: unknown) => {
    log().error({ err: error }, 'an archive broke off')
    out.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  const add = ({ name, bytes, at, open }: ZipEntry) =>
    zip.addReadStreamLazy(name, { mtime: at, mode: 0o100644, compress: false, size: bytes }, (ready) => {
      open()
        .then((body) => {
          const source = Readable.fromWeb(body as NodeWebStream<Uint8Array>)
          out.once('close', () => source.destroy())
          ready(null, source.on('error', fail))
        })
        .catch(fail)
    })
  zip.on('error', fail)
  for (const entry of entries) add(entry)
  return new Promise((resolve) => {
    const known = (bytes: number) => resolve({ bytes, body: webStream(out, (error) => error) })
    // Its types do not tell of the size that it gives.
    zip.end(undefined, known as () => void)
  })
}
