import type { ExamDefinition } from '@/domain/exams/definition'
import type { ResourceKind, Tip } from '@/domain/resources/input'
import { markdownTypst } from './blocks'
import { sourcesTypst } from './sources'
import { arrayTypst, stringTypst } from './typst'

// Words of the material, not of the interface: they are in the language of the text, whoever downloads it.
const kinds: Record<ResourceKind, string> = {
  'exam-skills': '应试技巧',
  'key-points': '高频考点',
  preparation: '备考技巧',
  'past-papers': '历年真题',
  'syllabus-changes': '教材变化',
  'mock-papers': '模拟试题',
}

/** Sizes of the text in points; under the smallest nobody likes to read print. */
export const textSizes = { best: 10.5, smaller: 10, smallest: 9.5 } as const

type Names = Pick<ExamDefinition, 'title' | 'levels' | 'subjects'>
type Named = { slug: string; title: Record<string, string> }

const language = 'zh-CN'

const named = (all: readonly Named[], slugs: readonly string[]) =>
  arrayTypst(
    slugs.map((slug) => {
      const title = all.find((one) => one.slug === slug)?.title[language] ?? slug
      return stringTypst(title.replaceAll('(', '（').replaceAll(')', '）'))
    }),
  )

/**
 * A piece of study material as the source of a Typst document, which imports `layout.typ` beside it.
 * @param size of the text, in points
 */
export function studyMaterialTypst(tip: Tip, markdown: string, { exam, size }: { exam: Names; size: number }): string {
  const [year, month, day] = tip.edition.split('-').map(Number)
  const settings = [
    `title: ${stringTypst(tip.title)}`,
    `summary: ${stringTypst(tip.summary)}`,
    `kind: ${stringTypst(kinds[tip.kind])}`,
    `exam: ${stringTypst(exam.title[language] ?? '')}`,
    `levels: ${named(exam.levels, tip.levels)}`,
    `subjects: ${named(exam.subjects, tip.subjects)}`,
    `year: ${tip.year}`,
    `edition: datetime(year: ${year}, month: ${month}, day: ${day})`,
    `changes: ${stringTypst(tip.changes)}`,
    `licence: ${stringTypst(tip.licence)}`,
    `size: ${size}pt`,
  ]
  const head = `#import "/layout.typ": *\n#show: study-material.with(\n  ${settings.join(',\n  ')},\n)\n`
  return `${head}\n${markdownTypst(markdown)}\n\n${sourcesTypst(tip)}\n`
}
