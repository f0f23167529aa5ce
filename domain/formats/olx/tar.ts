import { finding } from '../findings'
import { Unreadable } from '../reading'

/** The same limits as those of a zip, by the bytes that really come out. */
const limits = { entries: 20_000, allBytes: 200_000_000, ratio: 100, ratioFrom: 1_000_000 }
const unsafe = (seen: string) => new Unreadable(finding('FILE_UNSAFE', {}, { seen }))
const damaged = (seen: string, cause?: unknown) => new Unreadable(finding('FILE_DAMAGED', {}, { seen }), { cause })

async function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
  const most = Math.min(limits.allBytes, Math.max(limits.ratioFrom, bytes.length * limits.ratio))
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const parts: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > most) throw unsafe(`${size} B`)
      parts.push(value)
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    throw error instanceof Unreadable ? error : damaged('gzip', error)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const utf8 = new TextDecoder()
const textAt = (bytes: Uint8Array, from: number, length: number) =>
  utf8.decode(bytes.subarray(from, from + length)).replace(/\0[\s\S]*$/, '')

/** A longer name in records of its own, as POSIX (`path=`) or GNU writes it. */
const longName = (kind: string, content: Uint8Array): string | null => {
  if (kind === 'L') return textAt(content, 0, content.length)
  return kind === 'x' ? (/\d+ path=([^\n]*)\n/.exec(utf8.decode(content))?.[1] ?? null) : null
}

/** The files of a .tar.gz by name. Throws Unreadable as readZip does. */
export async function readTarGz(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const tar = await unzipped(bytes)
  const files = new Map<string, Uint8Array>()
  let name: string | null = null
  let entries = 0
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    if (++entries > limits.entries) throw unsafe(`${entries} entries`)
    const size = Number.parseInt(textAt(tar, at + 124, 12).trim() || '0', 8)
    if (!Number.isFinite(size) || size < 0 || at + 512 + size > tar.length) throw damaged('tar')
    const kind = textAt(tar, at + 156, 1)
    const content = tar.subarray(at + 512, at + 512 + size)
    const prefix = textAt(tar, at + 345, 155)
    const path: string = (name ?? [prefix, textAt(tar, at, 100)].filter(Boolean).join('/')).replace(/^\.\//, '')
    name = longName(kind, content)
    if (kind === '' || kind === '0') {
      if (/(^|\/)\.\.(\/|$)|^\//.test(path)) throw unsafe(path)
      files.set(path, content)
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
