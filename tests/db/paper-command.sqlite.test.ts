import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { debianFonts } from '@/bin/commands/typeset'
import { write } from '@/db/client'
import { media } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { pictureOf } from '@/domain/formats/media'
import { keyWords } from '@/domain/typesetting/papers/answers'
import { mediaKey, storage } from '@/lib/storage/storage'
import { restemmed, teaCopy } from '../support/tea-copy'

const folder = mkdtempSync(join(tmpdir(), 'paper-'))
const now = new Date('2030-01-15T17:00:00Z')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = pictureOf(png, 'a.png')
if (!picture) throw new Error('a picture')
const withFormula = '浓度是$\\frac{1}{50}$的茶汤，其中$\\text{茶}$与水之比用$\\cancel{x}$表示的是（　　）。'
const withPicture = `图中的茶![一片叶子](media:${picture.hash})属于（　　）。`
const plain = teaCopy('sheets')
const [first, second] = plain.questions.filter((one) => one.content.type === 'single')
const files = restemmed(restemmed(plain, first?.id ?? '', withFormula), second?.id ?? '', withPicture)

beforeAll(async () => {
  await seedExam(files, now)
  const { hash, mime, bytes } = picture
  await storage().put(mediaKey(hash), bytes)
  await write((tx) => tx.insert(media).values({ hash, mime, bytes: bytes.byteLength, createdAt: now }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command line as a person does. */
function paper(...words: string[]): Promise<{ code: number; out: string; told: string }> {
  const env = { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, NODE_OPTIONS: '' }
  const whole = ['--import', 'tsx', 'bin/yilian.ts', 'library', 'paper', ...words]
  return new Promise((resolve) => {
    execFile(process.execPath, whole, { env }, (error, out, told) =>
      resolve({ code: Number(error?.code ?? 0), out, told }),
    )
  })
}

const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

/** What a reader of the pages reads, without any space. */
async function textOf(file: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS })
  const pdf = await task.promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join('')
  })
  const text = bare((await Promise.all(pages)).join(''))
  await task.destroy()
  return text
}

/** Formulas and pictures are signs of their own. */
const unread = /\$[^$]*\$|!\[[^\]]*\]\([^)]*\)/

const times = (text: string, part: string) => text.split(bare(part)).length - 1

describe.skipIf(!existsSync(debianFonts))('a paper, its sheet and its answers', () => {
  const [at, again] = [join(folder, 'a'), join(folder, 'b')]
  let told: { number: string; questions: number; files: string[]; warnings: string[] }
  beforeAll(async () => {
    const made = await paper('sheets', '--seed', '甲1', '--out', at, '--answers', '--json')
    expect(made.code, made.told).toBe(0)
    told = JSON.parse(made.out)
  }, 60_000)

  test('hold every question that the blueprint wants and the bank has, each stem once', async () => {
    const text = await textOf(join(at, '试卷.pdf'))
    // Of two essays the blueprint wants one.
    expect(told.questions).toBe(files.questions.length - 1)
    const essays = files.questions.filter(({ content }) => content.type === 'essay')
    expect(essays.map(({ content }) => times(text, content.stem)).sort()).toEqual([0, 1])
    for (const { content } of files.questions.filter((one) => !essays.includes(one))) {
      for (const part of content.stem.split(unread).filter((one) => one.length > 4))
        expect(times(text, part), part).toBe(1)
      for (const option of 'options' in content ? content.options : []) expect(text).toContain(bare(option.text))
    }
    expect(text).toContain('第1页,共')
    expect(told.warnings).toEqual([
      expect.stringContaining('本卷比正式试卷短：单项选择题应有20道，题库现有6道'),
      expect.stringMatching(/: this formula is printed as it was written: \\cancel\{x\}$/),
    ])
    expect(times(text, '本卷比正式试卷短')).toBe(1)
  })

  test('tell what is right in the answers alone', async () => {
    const [read, filled, answers] = await Promise.all(
      ['试卷.pdf', '答题卡.pdf', '答案与解析.pdf'].map((name) => textOf(join(at, name))),
    )
    let secrets = 0
    for (const { content } of files.questions) {
      const hidden = [
        content.explanation,
        ...('options' in content ? content.options.map((option) => option.explanation) : []),
        ...(content.type === 'essay' ? [content.modelAnswer, ...content.markingPoints.map((one) => one.text)] : []),
        ...(content.type === 'fill' ? content.key.flat() : []),
      ].filter((one) => one.includes('CANARY'))
      secrets += hidden.length
      for (const secret of hidden) {
        expect(answers).toContain(bare(secret))
        expect(read).not.toContain(bare(secret))
        expect(filled).not.toContain(bare(secret))
      }
      const key = keyWords(content)
      if (key !== null) expect(answers).toContain(bare(key))
    }
    expect(secrets).toBeGreaterThan(10)
    expect(`${read}${filled}`).not.toContain('CANARY')
    for (const text of [read, filled, answers]) expect(text).toContain('卷号甲1')
  })

  test('are the same bytes for the same seed, and other questions first for another; answers come when asked for', async () => {
    await Promise.all([
      paper('sheets', '--seed', '甲1', '--out', again),
      paper('sheets', '--day', '2030-01-16', '--out', join(folder, 'c')),
    ])
    expect(readdirSync(again).sort()).toEqual(['答题卡.pdf', '试卷.pdf'].sort())
    for (const name of readdirSync(again))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(at, name))), name).toBe(true)
    const other = await textOf(join(folder, 'c', '试卷.pdf'))
    expect(other).toContain('卷号2030-01-16')
    const order = (text: string) => files.questions.map(({ content }) => text.indexOf(bare(content.stem)))
    expect(order(other)).not.toEqual(order(await textOf(join(at, '试卷.pdf'))))
  }, 60_000)
})

test.each([
  [['nothing-of-that-name'], /no subject/],
  [['sheets', '--day', '2030-1-1'], /--day is written/],
  [['sheets', '--day', '2030-01-01', '--seed', 'a'], /not both/],
  [['sheets', '--seed', ' '], /--seed has/],
])('%j is a wrong use', async (words, why) => {
  expect(await paper(...words)).toMatchObject({ code: 2, told: expect.stringMatching(why) })
})
