import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { examSchema } from '@/domain/exams/definition'
import { htmlOf } from '@/domain/formats/html'
import type { Reading } from '@/domain/formats/reading'
import type { Bank, WrittenQuestion } from '@/domain/formats/writing'
import { type Checked, checkDraft } from '@/domain/imports/drafts/check-draft'
import type { QuestionContent } from '@/domain/questions/input'

const exam = examSchema.parse(parse(readFileSync('content/exams/social-work/exam.yaml', 'utf8')))
const chapters = [
  { key: 'group-work', title: '小组工作' },
  { key: 'ethics/dilemmas', title: '伦理 / 难题处理' },
]
const [subject] = exam.subjects
const sectionless = new Set(['SECTION_MISSING', 'OPTION_COUNT_UNUSUAL'])

/** What a reading comes to after the check; the paper of the starter exam, which has no sections for some types, says nothing. */
export const checkedOf = (reading: Reading): Checked[] => {
  const papers = exam.papers.map((paper) => ({ ...paper, sections: everySection(paper.sections) }))
  return reading.questions.map(({ draft, place }) =>
    checkDraft({ ...draft, subject: null }, place, {
      exam: { ...exam, papers },
      subject: subject?.slug ?? '',
      chapters: () => chapters,
      bank: 'trip',
    }),
  )
}

type Sections = (typeof exam.papers)[number]['sections']
const types = ['single', 'multiple', 'true-false', 'fill', 'numeric', 'essay'] as const
const everySection = ([first]: Sections): Sections =>
  first ? types.map((type) => ({ ...first, id: type, type, options: undefined })) : []

/** Findings that a file of ours must not give when it comes back. */
export const complaints = (reading: Reading) => [
  ...reading.findings,
  ...reading.questions.flatMap((one) => one.findings),
  ...checkedOf(reading)
    .flatMap((one) => one.findings)
    .filter((one) => !sectionless.has(one.code)),
]

/** One inside another, or two side by side: both show what one does. */
function merged(html: string, tag: 'em' | 'strong'): string {
  let depth = 0
  const flat = html.replace(new RegExp(`</?${tag}>`, 'g'), (found) => {
    const inside = found.startsWith('</') ? --depth : depth++
    return inside > 0 ? '' : found
  })
  return flat.replaceAll(`</${tag}><${tag}>`, '')
}

const shown = (markdown: string) =>
  merged(
    merged(
      htmlOf(markdown, (hash) => `/${hash}`),
      'strong',
    ),
    'em',
  )

/**
 * Content for comparing: texts by what they show, sources only where there were any, since the check adds where a question
 * came from; what a format cannot hold is taken off by `strip` on both sides.
 */
export function comparable(content: QuestionContent | null, strip: readonly string[] = []): unknown {
  if (content === null) return null
  const text = JSON.parse(JSON.stringify(content), (name, value) =>
    ['stem', 'text', 'explanation', 'modelAnswer', 'title'].includes(name) ? shown(value) : value,
  )
  const { material, group: _, ...rest } = text
  const kept = { ...rest, ...(material && { material: { title: material.title, text: material.text } }) }
  for (const path of strip) takeOff(kept, path.split('.'))
  return kept
}

function takeOff(value: Record<string, unknown>, [first = '', ...rest]: string[]) {
  if (rest.length === 0) return void delete value[first]
  const inner = value[first]
  for (const one of Array.isArray(inner) ? inner : inner ? [inner] : []) takeOff(one, rest)
}

/** Where a question stands in its chapter and its group. */
const positionOf = ({ chapter, group }: WrittenQuestion) => ({
  chapter: chapter?.key ?? null,
  group: group && { index: group.index, of: group.of },
})

export function expectedOf(bank: Bank, strip: readonly string[] = []) {
  return bank.questions.map((question) => ({
    ...positionOf(question),
    content: comparable(question.content, question.content.sources.length === 0 ? ['sources', ...strip] : strip),
  }))
}

export function actualOf(reading: Reading, bank: Bank, strip: readonly string[] = []) {
  const checked = checkedOf(reading)
  return reading.questions.map(({ draft }, index) => ({
    chapter: checked[index]?.chapterKey ?? null,
    group: draft.group && { index: draft.group.index, of: draft.group.of },
    content: comparable(
      checked[index]?.content ?? null,
      bank.questions[index]?.content.sources.length === 0 ? ['sources', ...strip] : strip,
    ),
  }))
}
