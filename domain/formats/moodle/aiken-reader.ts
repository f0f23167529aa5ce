import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { type Draft, emptyDraft, letterAt } from '../draft'
import { type Finding, finding } from '../findings'
import { textWithFormulas } from '../html/math'
import type { Reading, ReadOptions, ReadQuestion } from '../reading'
import { decodeText } from '../sheets/encoding'
import { Collecting } from './collecting'

type Option = { letter: string; text: string }
type Open = { line: number; stem: string[]; options: Option[]; answer: string | null; why: string[]; source: string[] }

const opened = (line: number): Open => ({ line, stem: [], options: [], answer: null, why: [], source: [] })

const optionLine = /^\s*([A-ZＡ-Ｚ])\s*[.)．）、]\s*(.*)$/u
const answerLine = /^\s*(?:ANSWER|答案|正确答案)\s*[:：]\s*(.*)$/iu
const whyLine = /^\s*(?:EXPLANATION|FEEDBACK|解析|答案解析)\s*[:：]\s*(.*)$/iu

const narrow = (text: string) => text.normalize('NFKC').trim()

/** `B`, `AB`, `A, C`, `b`: positions among the options; null for anything else, or a letter that no option has. */
function choicesIn(answer: string, options: readonly Option[]): string[] | null {
  const letters = narrow(answer)
    .toUpperCase()
    .replace(/[\s,，、;；.]/g, '')
  if (!/^[A-Z]{1,26}$/.test(letters)) return null
  const found = [...letters].map((letter) => options.findIndex((one) => one.letter === letter))
  // A letter beyond the last option stays itself: the check says that there is no such option.
  return found.map((index, at) => (index < 0 ? (letters[at] ?? '') : letterAt(index)))
}

const judgement = /^(正确|错误|对|错|true|false)$/i

function typeOf(choices: readonly string[], options: readonly Option[]): Draft['type'] {
  if (options.length === 2 && options.every((one) => judgement.test(one.text.trim()))) return 'true-false'
  return choices.length > 1 ? 'multiple' : choices.length === 1 ? 'single' : null
}

function questionOf(open: Open): ReadQuestion {
  const place = { line: open.line }
  const raw = { aiken: open.source.join('\n') }
  const stem = textWithFormulas(open.stem.join('\n').trim())
  if (open.options.length === 0) {
    const findings = [finding('SYNTAX', place, { seen: stem })]
    return { draft: { ...emptyDraft, type: 'unsupported', stem, raw }, place, findings }
  }
  const findings: Finding[] = []
  const choices = open.answer === null ? [] : choicesIn(open.answer, open.options)
  if (choices === null) findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: open.answer ?? '' }))
  if (new Set(open.options.map((one) => one.letter)).size < open.options.length) {
    const seen = open.options.map((one) => one.letter).join('')
    findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen }))
  }
  const draft: Draft = {
    ...emptyDraft,
    stem,
    type: typeOf(choices ?? [], open.options),
    options: open.options.map(({ text }) => ({ text: textWithFormulas(text.trim()), explanation: '' })),
    choices: choices ?? [],
    explanation: textWithFormulas(open.why.join('\n').trim()),
    ...(findings.length > 0 && { raw }),
  }
  return { draft, place, findings }
}

/** Takes lines one by one: a stem of one line or more, options, `ANSWER:`; a new stem begins the next question. */
class Lines {
  private open: Open | null = null
  private afterBlank = false

  constructor(private readonly collecting: Collecting) {}

  end() {
    if (this.open) this.collecting.add(questionOf(this.open))
    this.open = null
  }

  take(text: string, line: number) {
    if (text.trim() === '') {
      this.afterBlank = true
      return
    }
    const [, letter, option = ''] = optionLine.exec(text) ?? []
    const answer = answerLine.exec(text)?.[1]
    const why = whyLine.exec(text)?.[1]
    if (answer !== undefined && this.open && this.open.options.length > 0) this.open.answer = answer
    else if (why !== undefined && this.open?.answer != null) this.open.why.push(why)
    else if (letter !== undefined && this.open && this.open.answer === null && this.open.stem.length > 0)
      this.open.options.push({ letter: narrow(letter), text: option })
    else this.takeText(text, line)
    this.open?.source.push(text)
    this.afterBlank = false
  }

  private takeText(text: string, line: number) {
    const { open } = this
    if (open && !this.startsNew(open)) {
      const last = open.options.at(-1)
      if (open.answer !== null) open.why.push(text)
      else if (last) last.text += `\n${text}`
      else open.stem.push(text)
      return
    }
    this.end()
    this.open = opened(line)
    this.open.stem.push(text)
  }

  /** Text after an answer begins the next question, unless it goes on explaining; so does text after a blank line. */
  private startsNew = (open: Open) =>
    open.answer !== null ? this.afterBlank || open.why.length === 0 : this.afterBlank
}

/** Aiken, with what people add to it: stems of several lines, several letters, 答案 and 解析. */
export async function readAiken(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const decoded = decodeText(bytes, options.mapping?.encoding)
  const collecting = new Collecting('aiken', options.limit)
  if (decoded.guessed) collecting.findings.push(finding('ENCODING_GUESSED', {}, { seen: decoded.encoding }))
  const lines = new Lines(collecting)
  const text = repairRadicals(decoded.text).replace(/^\uFEFF/, '')
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    lines.take(line, index + 1)
    if (collecting.full()) break
  }
  lines.end()
  return collecting.done(decoded.encoding, null)
}
