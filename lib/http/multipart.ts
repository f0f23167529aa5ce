import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../errors'
import { bodyBytes } from './body'

/** A file that came with a request: it lies in a temporary place until the handler has taken it over, else it goes. */
export type Upload = { path: string; fileName: string; bytes: number; hash: string }
/** The schema of a field that holds a file. */
export const upload = () =>
  z.custom<Upload>((value) => typeof value === 'object' && value !== null && 'path' in value).meta({ format: 'binary' })
type Form = { fields: Map<string, string>; files: Map<string, Upload> }

const longestHeader = 8 * 1024
const longestField = 2 * 1024 * 1024
const mostParts = 20

type Part = { name: string; fileName: string | null }
/** Takes the bytes of one part. */
type Sink = { take(bytes: Buffer): Promise<void>; end(): Promise<void> }

const bad = (detail: string) => new Refusal('malformed-form', { detail })

/** `name="a"; filename="b.csv"`: browsers write UTF-8 as it is, and quotes as %22. */
function partOf(headers: string): Part {
  const line = /^content-disposition:\s*form-data;(.*)$/im.exec(headers)?.[1]
  const attribute = (key: string) => new RegExp(`(?:^|[;\\s])${key}="([^"]*)"`, 'i').exec(line ?? '')?.[1]
  const name = attribute('name')
  if (name === undefined) throw bad('a part without a name')
  return { name, fileName: attribute('filename')?.replaceAll('%22', '"') ?? null }
}

function fieldSink(form: Form, name: string): Sink {
  const chunks: Buffer[] = []
  let size = 0
  return {
    async take(bytes) {
      size += bytes.length
      if (size > longestField) throw new Refusal('too-large')
      chunks.push(Buffer.from(bytes))
    },
    async end() {
      form.fields.set(name, Buffer.concat(chunks).toString('utf8'))
    },
  }
}

async function fileSink(form: Form, { name, fileName }: Part, folder: string, opened: FileHandle[]): Promise<Sink> {
  if (form.files.has(name)) throw bad(`two files named ${name}`)
  const path = join(folder, randomUUID())
  const upload = { path, fileName: fileName ?? '', bytes: 0, hash: '' }
  form.files.set(name, upload)
  const handle = await open(path, 'wx')
  opened.push(handle)
  const hash = createHash('sha256')
  return {
    async take(bytes) {
      upload.bytes += bytes.length
      hash.update(bytes)
      await handle.write(bytes)
    },
    async end() {
      upload.hash = hash.digest('hex')
    },
  }
}

/** Cuts a stream at a delimiter; what may be the beginning of one is held back. */
class Cutter {
  private rest: Buffer = Buffer.alloc(0)
  constructor(private readonly source: AsyncGenerator<Buffer>) {}

  /** Hands on everything up to the delimiter, which is taken away. @throws Refusal when it never comes */
  async until(delimiter: Buffer, take: (bytes: Buffer) => Promise<void>) {
    for (;;) {
      const at = this.rest.indexOf(delimiter)
      if (at >= 0) {
        await take(this.rest.subarray(0, at))
        this.rest = this.rest.subarray(at + delimiter.length)
        return
      }
      const safe = Math.max(0, this.rest.length - delimiter.length + 1)
      if (safe > 0) await take(this.rest.subarray(0, safe))
      await this.more(safe)
    }
  }

  async take(count: number): Promise<string> {
    while (this.rest.length < count) await this.more(0)
    const taken = this.rest.subarray(0, count).toString('latin1')
    this.rest = this.rest.subarray(count)
    return taken
  }

  private async more(from: number) {
    const { value, done } = await this.source.next()
    if (done) throw bad('the form ends before its end')
    this.rest = Buffer.concat([this.rest.subarray(from), value])
  }
}

async function readParts(cutter: Cutter, boundary: string, sinkOf: (part: Part) => Promise<Sink>) {
  const nothing = async () => undefined
  await cutter.until(Buffer.from(`--${boundary}`), nothing)
  for (let parts = 0; (await cutter.take(2)) !== '--'; parts++) {
    if (parts === mostParts) throw bad('too many parts')
    let headers = Buffer.alloc(0)
    await cutter.until(Buffer.from('\r\n\r\n'), async (bytes) => {
      headers = Buffer.concat([headers, bytes])
      if (headers.length > longestHeader) throw bad('headers too long')
    })
    const sink = await sinkOf(partOf(headers.toString('utf8')))
    await cutter.until(Buffer.from(`\r\n--${boundary}`), (bytes) => sink.take(bytes))
    await sink.end()
  }
}

/** Removes what nobody has taken over. */
export const dropUploads = (form: Form) =>
  Promise.all([...form.files.values()].map((one) => rm(one.path, { force: true })))

/**
 * A form with files, streamed to `folder`: a large file is never held in memory. Cut off or refused, it leaves nothing.
 * @throws Refusal `wrong-media-type`, `too-large`, `malformed-form`
 */
export async function multipartBody(request: Request, maxBytes: number, folder: string): Promise<Form> {
  const type = request.headers.get('content-type') ?? ''
  const found = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(type)
  const boundary = found?.[1] ?? found?.[2]
  if (!boundary) throw new Refusal('wrong-media-type')
  const form: Form = { fields: new Map(), files: new Map() }
  const opened: FileHandle[] = []
  try {
    const sinkOf = async (part: Part) =>
      part.fileName === null ? fieldSink(form, part.name) : fileSink(form, part, folder, opened)
    await readParts(new Cutter(bodyBytes(request, maxBytes, 'malformed-form')), boundary, sinkOf)
    return form
  } catch (error) {
    await dropUploads(form)
    throw error
  } finally {
    await Promise.all(opened.map((one) => one.close()))
  }
}
