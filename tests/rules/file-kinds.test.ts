import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '@/lib/errors'
import { formatOf } from '@/lib/uploads/kinds/kind'
import { docx, id3, mp3, pdf, rawZip, xlsx, zip } from '../support/edition-files'

const folder = `.cache/test-kinds/${randomUUID()}`
beforeAll(() => mkdirSync(folder, { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a file is, or as what it is refused. */
async function told(bytes: Uint8Array): Promise<string> {
  const path = `${folder}/${randomUUID()}`
  writeFileSync(path, bytes)
  return formatOf(path).catch((error: unknown) => {
    if (error instanceof Refusal) return error.code
    throw error
  })
}

const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'
const template = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'
const blank = Buffer.alloc(120 * 1024 * 1024)
const small = Buffer.from('tea')
const sound = { content: small, crc: crc32(small) }

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['a PDF', () => pdf(), 'pdf'],
  ['a document', () => docx(), 'docx'],
  [
    'a document as Word has it',
    () => Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('茶')] }] })),
    'docx',
  ],
  ['a workbook', xlsx, 'xlsx'],
  ['a zip', () => zip(), 'zip'],
  ['sound', () => mp3(), 'mp3'],
  ['sound behind a tag', () => mp3(40, id3(70_000)), 'mp3'],
  ['a zip of one entry', () => rawZip({ name: 'a.txt', ...sound }), 'zip'],

  ['nothing', () => Buffer.alloc(0), 'file-unknown'],
  ['text', () => Buffer.from('%P is no PDF'), 'file-unknown'],
  ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-unknown'],
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'file-unknown'],
  ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'file-unknown'],
  [
    'a program before a zip',
    async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), await zip()]),
    'file-unknown',
  ],
  ['slides', () => docx({ 'word/document.xml': slides }), 'file-unknown'],
  ['a template', () => docx({ 'word/document.xml': template }), 'file-unknown'],
  [
    'a zip that says it is a document, and has none',
    () => zip({ '[Content_Types].xml': '<Types/>', a: '' }),
    'file-unknown',
  ],

  ['a PDF that was cut off', () => pdf('x'.repeat(5000)).subarray(0, 4000), 'file-damaged'],
  ['a PDF with its end in the middle', () => Buffer.concat([pdf(), Buffer.alloc(5000)]), 'file-damaged'],
  ['a zip that was cut off', async () => (await zip()).subarray(0, -30), 'file-damaged'],
  ['a document that was cut off', async () => (await docx()).subarray(0, -30), 'file-damaged'],
  ['a zip with a wrong checksum', () => rawZip({ name: 'a.txt', content: small, crc: 1 }), 'file-damaged'],
  ['a zip that says too little', () => rawZip({ name: 'a.txt', ...sound, claimed: 1 }), 'file-damaged'],
  ['a document whose parts are no XML', () => docx({}, { '[Content_Types].xml': '<Types' }), 'file-damaged'],
  ['one frame and nothing more', () => Buffer.concat([mp3(1), Buffer.alloc(5000)]), 'file-damaged'],
  ['a tag and no sound', () => Buffer.concat([id3(2000), Buffer.alloc(5000)]), 'file-unknown'],

  ['a document with macros', () => docx({ 'word/document.xml': macros }), 'file-unsafe'],
  ['a document with a hidden macro', () => docx({}, { 'word/vbaProject.bin': 'x' }), 'file-unsafe'],
  [
    'a document with a control',
    () => docx({ 'word/a.xml': 'application/vnd.ms-office.activeX+xml' }, { 'word/a.xml': '<a/>' }),
    'file-unsafe',
  ],
  [
    'a document with a macro of another name',
    () => docx({ 'word/a.bin': 'application/vnd.ms-office.vbaProject' }, { 'word/a.bin': 'x' }),
    'file-unsafe',
  ],
  [
    'a document that declares entities',
    () => docx({}, { '[Content_Types].xml': '<!DOCTYPE a [<!ENTITY b "c">]><Types/>' }),
    'file-damaged',
  ],
  ['a name that leaves its folder', () => rawZip({ name: '../../a.txt', ...sound }), 'file-unsafe'],
  ['a name from the root', () => rawZip({ name: '/etc/passwd', ...sound }), 'file-unsafe'],
  ['a name that leaves its folder on Windows', () => rawZip({ name: '..\\..\\a.txt', ...sound }), 'file-unsafe'],
  ['a name with a drive', () => rawZip({ name: 'C:\\a.txt', ...sound }), 'file-unsafe'],
  ['a link', () => rawZip({ name: 'a', ...sound, mode: 0o120777 }), 'file-unsafe'],
  ['a password', () => rawZip({ name: 'a.txt', ...sound, flags: 0x801 }), 'file-unsafe'],
  ['a bomb', () => rawZip({ name: 'a.txt', content: blank, crc: crc32(blank) }), 'file-unsafe'],
])('%s: %s', async (_, make, expected) => {
  expect(await told(await make())).toBe(expected)
})

test('whatever the bytes, a file is told or refused', async () => {
  const wholes = [pdf(), await docx(), await zip(), mp3(4), xlsx()]
  const broken = fc
    .tuple(fc.constantFrom(...wholes), fc.nat(), fc.nat(), fc.nat(255))
    .map(([whole, length, at, byte]) => {
      const some = Buffer.from(whole.subarray(0, 1 + (length % whole.length)))
      some[at % some.length] = byte
      return some
    })
  await fc.assert(
    fc.asyncProperty(broken, async (bytes) => {
      expect(await told(bytes)).toMatch(/^(pdf|docx|xlsx|zip|mp3|file-unknown|file-damaged|file-unsafe)$/)
    }),
    { numRuns: 200 },
  )
})
