import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Unreadable } from '@/domain/formats/reading'
import { readZip, writeZip } from '@/domain/formats/zip'

const code = async (bytes: Uint8Array) => {
  const error = await readZip(bytes).catch((reason: unknown) => reason)
  return error instanceof Unreadable ? error.finding.code : error
}
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

test('what is written is read, the same bytes each time', async () => {
  const entries = [
    ['题/一.xml', '<a/>'],
    ['media/0', new Uint8Array([0, 1, 2])],
  ] as const
  const zip = await writeZip(entries)
  expect(await writeZip(entries)).toEqual(zip)
  const files = await readZip(zip)
  expect([...files.keys()]).toEqual(['题/一.xml', 'media/0'])
  expect(text(files.get('题/一.xml'))).toBe('<a/>')
})

test('a name that leaves the folder is unsafe', async () => {
  expect(await code(zipSync({ '../evil.txt': new Uint8Array(3) }))).toBe('FILE_UNSAFE')
  expect(await code(zipSync({ '/etc/evil': new Uint8Array(3) }))).toBe('FILE_UNSAFE')
})

test('a bomb is refused: many entries, a high ratio, a size beyond the limit', async () => {
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.txt`, new Uint8Array(1)]))
  expect(await code(zipSync(many, { level: 0 }))).toBe('FILE_UNSAFE')
  expect(await code(zipSync({ 'a.xml': new Uint8Array(20_000_000) }))).toBe('FILE_UNSAFE')
})

test('a size that lies, half a file and no zip at all are damaged', async () => {
  const zip = zipSync({ 'a.txt': new TextEncoder().encode('社会工作'.repeat(50)) })
  const lying = zip.slice()
  const directory = lying.findIndex((byte, at) => byte === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1)
  lying[directory + 24] = 1
  expect(await code(lying)).toBe('FILE_DAMAGED')
  expect(await code(zip.slice(0, zip.length / 2))).toBe('FILE_DAMAGED')
  expect(await code(new TextEncoder().encode('not a zip'))).toBe('FILE_DAMAGED')
  expect(await code(new Uint8Array())).toBe('FILE_DAMAGED')
})

test('content that is not what its checksum says is damaged', async () => {
  const zip = zipSync({ 'a.txt': new TextEncoder().encode('社会工作') }, { level: 0 })
  const at = zip.findIndex((_, from) => new TextDecoder().decode(zip.subarray(from, from + 12)) === '社会工作')
  expect((await readZip(zip)).size).toBe(1)
  zip[at + 2] = (zip[at + 2] ?? 0) ^ 1
  expect(await code(zip)).toBe('FILE_DAMAGED')
})
