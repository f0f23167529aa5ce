import type { ExamDefinition, Paper, Subject } from '@/domain/exams/definition'
import { type PrintedPaper, type PrintedSection, shortOf } from '@/domain/papers/printed'
import { arrayTypst, stringTypst } from '../typst'
import { figure, sectionTitle } from './words'

/** @property number tells papers apart, and which sheet and key belong to which */
export type ToPrint = {
  exam: ExamDefinition
  subject: Subject
  paper: Paper
  printed: PrintedPaper
  number: string
}

const titleIn = (title: Record<string, string>) => title['zh-CN'] ?? Object.values(title)[0] ?? ''
const wide = (text: string) => text.replaceAll('(', '（').replaceAll(')', '）')

/** 单项选择题60道，多项选择题20道. A case counts as one. */
const contents = (printed: PrintedPaper) =>
  printed.sections.map((one) => `${sectionTitle(one.section)}${one.units.length}道`).join('，')

/** That a paper is smaller than the official one, and why; nothing for one that is whole. */
export function smallerWords({ paper, printed }: Pick<ToPrint, 'paper' | 'printed'>): string {
  const lacking = shortOf(paper, printed).map(
    ({ section, has }) => `${sectionTitle(section)}应有${section.count}道，题库现有${has}道`,
  )
  return lacking.length === 0 ? '' : `本卷比正式试卷短：${lacking.join('；')}。时间和分数按现有题目折算。`
}

/** What stands at the head of each of the three, as arguments of their layouts. */
function headTypst(to: ToPrint): string {
  const { exam, subject, printed, number } = to
  return [
    `exam: ${stringTypst(titleIn(exam.title))}`,
    `subject: ${stringTypst(wide(titleIn(subject.title)))}`,
    `number: ${stringTypst(number)}`,
    `minutes: ${Math.round(printed.limitSeconds / 60)}`,
    `points: ${stringTypst(figure(printed.points))}`,
    `contents: ${stringTypst(contents(printed))}`,
    `smaller: ${stringTypst(smallerWords(to))}`,
  ].join(', ')
}

/** A document of one of the layouts. @param pictures file names of pictures, by hash */
export function documentTypst(
  name: 'paper' | 'sheet' | 'answers',
  to: ToPrint,
  pictures: ReadonlyMap<string, string>,
  body: string,
) {
  const entries = [...pictures].map(([hash, file]) => `${stringTypst(hash)}: ${stringTypst(file)}`)
  const known = entries.length > 0 ? `(${entries.join(', ')})` : '(:)'
  return [
    `#import "/papers/${name}.typ": *`,
    `#let picture(hash, words) = drawn(${known}, hash, words)`,
    `#show: ${name}.with(${headTypst(to)})`,
    body,
  ].join('\n')
}

/** The sections of a paper, each by the layout's `part`, with what `inside` makes of it. */
export function partsTypst(
  { printed }: ToPrint,
  inside: (section: PrintedSection) => string,
  words: (section: PrintedSection, at: number) => { title: string; rule: string },
): string {
  return printed.sections
    .map((section, at) => {
      const { title, rule } = words(section, at + 1)
      return `#part(${arrayTypst([stringTypst(title), stringTypst(rule)])});\n\n${inside(section)}`
    })
    .join('\n\n')
}
