import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { type Draft, emptyDraft } from '../draft'
import { type Finding, finding, type Place } from '../findings'
import type { Reading, ReadOptions, ReadQuestion } from '../reading'
import { decodeText } from '../sheets/encoding'
import { chapterOf } from './category-path'
import { Collecting, externalIdOf, topicsOf } from './collecting'
import { answersIn, bracesIn, narrowed, type Segment } from './gift/answer-braces'
import { readAnswers } from './gift/answers'
import { type GiftBlock, giftBlocks } from './gift/blocks'
import { formatOf, giftText, titleText, typedText } from './gift/gift-text'

const blank = '（　　）'
const hasBlank = /（[\s　]*）|\([\s　]*\)|_{2,}/

/** `::title::` before the question. */
function titled(source: string): { title: string; rest: string } {
  const trimmed = source.trimStart()
  if (!trimmed.startsWith('::')) return { title: '', rest: source }
  const end = trimmed.slice(2).replace(/\\./g, '__').indexOf('::')
  if (end < 0) return { title: '', rest: trimmed.slice(2) }
  return { title: trimmed.slice(2, end + 2), rest: trimmed.slice(end + 4) }
}

/** Questions that stand in one paragraph, each ending with its answer at the end of a line. */
function severalIn(block: GiftBlock): GiftBlock[] {
  if (block.source.indexOf('{') === block.source.lastIndexOf('{') && !/[｛＝～＃]/.test(block.source)) return [block]
  const source = narrowed(block.source)
  const ends = answersIn(source)
    .slice(0, -1)
    .map(({ end }) => end)
  const ended = ends.every((end) => /^[ \t]*\n/.test(source.slice(end, end + 200)))
  if (ends.length === 0 || !ended) return [{ ...block, source }]
  let [at, line] = [0, block.line]
  return [...ends, source.length].map((end, index) => {
    const whole = source.slice(at, end)
    const part = whole.trimStart()
    const first = line + whole.slice(0, whole.length - part.length).split('\n').length - 1
    at = end
    line += whole.split('\n').length - 1
    return { ...block, source: part, line: first, ...(index > 0 && { idNumber: '', tags: [] }) }
  })
}

/** The stem, with a blank where the answer stood within the sentence. */
function stemAround(text: string, answer: Segment): string {
  const [before, after] = [text.slice(0, answer.start).trimEnd(), text.slice(answer.end).trim()]
  if (after === '' || (/[?？]$/.test(before) && /^[.。]$/.test(after))) return before
  return hasBlank.test(before + after) ? `${before} ${after}` : `${before}${blank}${after}`
}

const lostFindings = (lost: ReadonlySet<string>, place: Place): Finding[] =>
  [...lost].map((one) =>
    one.startsWith('img ')
      ? finding('MEDIA_MISSING', place, { seen: one.slice(4) })
      : finding(one === 'math' ? 'MATH_LOST' : 'UNSUPPORTED_PART', place, { seen: one }),
  )

type Read = Pick<ReadQuestion, 'draft' | 'findings'>

/** A question that stays as its source: with its stem, as far as that can be told. */
const unreadable = (
  code: 'SYNTAX' | 'UNSUPPORTED_TYPE',
  seen: string,
  { draft, place }: { draft: Draft; place: Place },
): Read => ({
  draft: { ...draft, type: 'unsupported' },
  findings: [finding(code, place, { seen })],
})

function questionOf(block: GiftBlock, place: Place): Read | { description: string; title: string } {
  const { title, rest: whole } = titled(block.source)
  const { format, rest } = formatOf(whole, 'moodle')
  const lost = new Set<string>()
  const text = (source: string) => (source === '' ? '' : giftText(source, format, lost))
  const raw = { gift: block.source }
  const draft: Draft = {
    ...emptyDraft,
    label: typedText(title).slice(0, 100) || null,
    chapter: block.category && chapterOf(block.category),
    externalId: externalIdOf(block.idNumber),
    topics: topicsOf(block.tags).topics,
    raw,
  }
  if (block.unclosed) {
    const open = rest.replace(/\\./g, '__').indexOf('{')
    return unreadable('SYNTAX', rest.slice(open), { draft: { ...draft, stem: text(rest.slice(0, open)) }, place })
  }
  const answers = answersIn(rest)
  const [answer] = answers
  if (!answer) {
    const [brace] = bracesIn(rest)
    if (!brace || /\\\(|\$/.test(rest)) return { description: text(rest), title: titleText(title) }
    const stem = text(rest.slice(0, brace.start))
    return unreadable('SYNTAX', `{${brace.inner}}`, { draft: { ...draft, stem }, place })
  }
  if (answers.length > 1) {
    const seen = answers.map(({ inner }) => `{${inner}}`).join(' ')
    return unreadable('UNSUPPORTED_TYPE', seen, { draft: { ...draft, stem: text(rest) }, place })
  }
  const read = readAnswers(answer.inner, { text, place, raw })
  const stem = text(stemAround(rest, answer))
  return {
    draft: Object.assign(draft, { raw: {}, stem }, read.draft),
    findings: [...read.findings, ...lostFindings(lost, place)],
  }
}

/** Moodle's GIFT. A question that cannot be read is one question that waits; all others stand. */
export async function readGift(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const decoded = decodeText(bytes, options.mapping?.encoding)
  const collecting = new Collecting('gift', options.limit)
  if (decoded.guessed) collecting.findings.push(finding('ENCODING_GUESSED', {}, { seen: decoded.encoding }))
  let category: string | null = null
  for (const block of giftBlocks(repairRadicals(decoded.text)).flatMap(severalIn)) {
    if (block.category !== category) collecting.endMaterial()
    category = block.category
    const place = { line: block.line }
    const read = questionOf(block, place)
    const { group } = topicsOf(block.tags)
    if ('description' in read) collecting.describe({ title: read.title, text: read.description, ownId: group }, place)
    else collecting.add({ ...read, place }, group)
    if (collecting.full()) break
  }
  return collecting.done(
    decoded.encoding,
    /^\$CATEGORY: \$course\$\/top\/Yilian /m.test(decoded.text) ? 'Yilian' : null,
  )
}
