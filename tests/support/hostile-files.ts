import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { importFormats, type Reading, Unreadable } from '@/domain/formats/reading'
import { writeBank } from '@/domain/formats/write'
import { type Bank, exportFormats } from '@/domain/formats/writing'
import { readZip, writeZip } from '@/domain/formats/zip'
import { bankArbitrary } from './bank-arbitrary'

export const encode = (text: string) => new TextEncoder().encode(text)
export const options = { fileName: 'bank.txt', limit: 200 }

/** One and the same bank, of every type, with groups, pictures and formulas. */
export const sampleBank: Bank = fc.sample(bankArbitrary({ pictures: true, formulas: true, most: 12 }), {
  numRuns: 1,
  seed: 7,
})[0] as Bank

const oldWord =
  '一、单选题\n1. 接案的首要任务是（　）。\nA. 建立关系 B. 评估 C. 结案 D. 转介\n答案：A\n2. 2016年起施行的是\nA. 甲\nB. 乙\n二、判断题\n1. 助人自助。（√）\n答案\n1-2 AB'
const qti12 = `<questestinterop><item ident="q1" title="一"><presentation><material><mattext texttype="text/html">接案&lt;b&gt;任务&lt;/b&gt;</mattext></material>
<response_lid ident="r" rcardinality="Single"><render_choice><response_label ident="1"><material><mattext>建立关系</mattext></material></response_label>
<response_label ident="2"><material><mattext>评估</mattext></material></response_label></render_choice></response_lid></presentation>
<resprocessing><outcomes><decvar varname="SCORE"/></outcomes><respcondition><conditionvar><varequal respident="r">1</varequal></conditionvar><setvar varname="SCORE">100</setvar></respcondition></resprocessing></item></questestinterop>`
const olx = `<problem display_name="接案"><multiplechoiceresponse><label>首要任务</label><choicegroup><choice correct="true">建立关系</choice><choice correct="false">评估</choice></choicegroup></multiplechoiceresponse><solution><p>解析</p></solution></problem>`

function oldSheet(): Uint8Array {
  const rows = [
    ['题型', '题干', 'A', 'B', 'C', 'D', '答案'],
    ['单选', '接案的首要任务', '建立关系', '评估', '结案', '转介', 'A'],
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '题库')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }))
}

const content = `subject: practice
chapter: intake
questions:
  - id: intake-001
    type: single
    difficulty: 2
    topics: [接案]
    stem: 接案的首要任务是（　　）。
    options:
      A: { text: 建立关系, explanation: 先有关系。 }
      B: { text: 评估, explanation: 在其后。 }
    key: [A]
    source: [{ bank: 自编, place: 第一题 }]
    checkedOn: "2026-11-01"
`

/** A whole file of each kind that is read. */
export async function wholeFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const format of exportFormats) files.set(format, (await writeBank(format, sampleBank, 'zh-CN')).bytes)
  for (const [name, text] of Object.entries({ text: oldWord, markdown: oldWord, qti12, olx, content }))
    files.set(name, encode(text))
  files.set('qti22', files.get('qti21') ?? new Uint8Array())
  files.set('xls', oldSheet())
  const missing = importFormats.filter((format) => !files.has(format))
  if (missing.length > 0) throw new Error(`no file of ${missing.join()}`)
  return files
}

/** Whole numbers below `below`, always the same ones. */
export function numbers(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function flipped(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const copy = bytes.slice()
  for (let flips = 1 + next(4); flips > 0; flips--) {
    const at = next(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << next(8))
  }
  return copy
}

const truncated = (bytes: Uint8Array, next: (below: number) => number) => bytes.slice(0, next(bytes.length))

/** Half of them cut short, half with bits flipped: the bytes themselves. */
export function* damaged(bytes: Uint8Array, count: number, seed: number): Generator<Uint8Array> {
  const next = numbers(seed)
  for (let at = 0; at < count; at++) yield at % 2 === 0 ? truncated(bytes, next) : flipped(bytes, next)
}

/** A package whose wrapping is sound, and one of whose files is not: damage that a checksum does not tell. */
export async function* damagedWithin(bytes: Uint8Array, count: number, seed: number): AsyncGenerator<Uint8Array> {
  const next = numbers(seed)
  const files = [...(await readZip(bytes))]
  for (let at = 0; at < count; at++) {
    const chosen = next(files.length)
    const harm = at % 2 === 0 ? truncated : flipped
    yield await writeZip(
      files.map(([name, content], index) => [name, index === chosen ? harm(content, next) : content]),
    )
  }
}

export type Outcome = { reading: Reading } | { refused: string }

const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What comes of a file: never anything but a reading or a finding, never after more than five seconds of work. */
export async function outcomeOf(read: () => Promise<Reading>): Promise<Outcome> {
  const started = cpuMs()
  const outcome = await read().then(
    (reading): Outcome => ({ reading }),
    (error: unknown): Outcome => {
      if (!(error instanceof Unreadable)) throw error
      return { refused: error.finding.code }
    },
  )
  const took = cpuMs() - started
  if (took > 5000) throw new Error(`took ${Math.round(took)} ms`)
  return outcome
}
