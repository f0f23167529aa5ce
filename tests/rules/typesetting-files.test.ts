import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { debianFonts, openTypesetter, typesetSource } from '@/bin/commands/typeset'

const folder = 'content/exams/social-work/tips'
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5))
const entries: Record<string, { pages: number; bytes: number; source: string }> = JSON.parse(
  readFileSync(join(folder, 'pdf', 'pages.json'), 'utf8'),
)

/** The bytes of a PDF with its packed objects unpacked behind them, so that its dictionaries can be read. */
function unpacked(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const packed = [...text.matchAll(/\/Type\s*\/ObjStm[\s\S]*?stream\r?\n/g)]
  return text + packed.map(({ 0: head, index }) => inflateSync(pdf.subarray(index + head.length)).toString('latin1'))
}

test('every text has its PDF, and every PDF its text', () => {
  expect(ids.length).toBeGreaterThan(5)
  expect(Object.keys(entries).sort()).toEqual([...ids].sort())
  expect(readdirSync(join(folder, 'pdf')).sort()).toEqual([...ids.map((id) => `${id}.pdf`), 'pages.json'].sort())
})

describe.each(ids)('%s', (id) => {
  const entry = entries[id]
  const pdf = readFileSync(join(folder, 'pdf', `${id}.pdf`))

  test('is no older than its text (`npm run yilian -- library typeset` makes it anew)', () => {
    const hash = createHash('sha256')
    for (const end of ['yaml', 'md']) hash.update(readFileSync(join(folder, `${id}.${end}`)))
    expect(entry?.source).toBe(hash.digest('hex'))
  })

  test('is a PDF of three to eight pages, with subset fonts, an outline and links, and says its language', () => {
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBe(entry?.bytes)
    expect(pdf.length).toBeLessThan(1_000_000)
    expect(entry?.pages).toBeGreaterThanOrEqual(3)
    expect(entry?.pages).toBeLessThanOrEqual(8)
    const dictionaries = unpacked(pdf)
    expect(dictionaries.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(entry?.pages)
    const fonts = dictionaries.match(/\/BaseFont\s*\/[^\s/]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(1)
    expect(fonts.filter((name) => !/\/[A-Z]{6}\+Noto(Serif|Sans)CJKsc/.test(name))).toEqual([])
    const descriptors = dictionaries.match(/\/Type\s*\/FontDescriptor\b/g) ?? []
    expect(dictionaries.match(/\/FontFile[23]?\b/g)?.length).toBe(descriptors.length)
    for (const part of ['/Outlines', '/Subtype/Link', '/Lang', '/StructTreeRoot'])
      expect(dictionaries.replaceAll(/\s*\//g, '/')).toContain(part)
  })
})

describe.skipIf(!existsSync(debianFonts))('the typesetter', () => {
  const document = (text: string) =>
    `#set document(title: "甲", date: datetime(year: 2026, month: 11, day: 29))\n#set text(font: "Noto Serif CJK SC", fallback: false, lang: "zh")\n${text}`

  test('makes the same bytes of the same source', async () => {
    const made = await Promise.all(
      [1, 2].map(async () => Buffer.from(typesetSource(await openTypesetter(), document('依法'), '甲').pdf)),
    )
    expect(made[0]?.equals(made[1] ?? Buffer.alloc(0))).toBe(true)
  })

  test('refuses a sign that no font has, and Typst that is none', async () => {
    const typesetter = await openTypesetter()
    expect(() => typesetSource(typesetter, document('🙂'), '甲')).toThrow(/^甲: .*could not be displayed/)
    expect(() => typesetSource(typesetter, document('#nowhere()'), '甲')).toThrow(/unknown variable/)
  })
})

test('without its fonts the command says what to install', async () => {
  await expect(openTypesetter('/nowhere')).rejects.toThrow(/apt-get install fonts-noto-cjk/)
})
