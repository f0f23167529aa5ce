import { type Finding, finding } from './findings'
import { picturesIn } from './media'
import type { WrittenQuestion } from './writing'

/** What a question may have beside its stem, options and key; a format says which of it it can hold. */
export type Part =
  | 'chapter'
  | 'explanation'
  | 'optionExplanations'
  | 'weights'
  | 'topics'
  | 'sources'
  | 'difficulty'
  | 'points'
  | 'year'
  | 'checkedOn'
  | 'material'
  | 'materialTitle'
  | 'markingPoints'
  | 'pictures'
  | 'formulas'
  | 'formatting'

/** Difficulty that nobody set is the middle one, and no loss. */
const middling = 3
const formula = /(?<!\\)\$\S[^$]*\$/
const formatting = /\*\*|~~|^(#{1,4}|[-*]|\d+\.|>) |^\|.*\|$|\n\n|```/m

/** Every text of a question, as Markdown. */
export function textsOf({ content }: WrittenQuestion): string[] {
  const own =
    content.type === 'essay'
      ? [content.modelAnswer, ...content.markingPoints.map((one) => one.text)]
      : 'options' in content
        ? content.options.flatMap((one) => [one.text, one.explanation])
        : []
  return [content.stem, content.explanation, content.material?.text ?? '', ...own]
}

function has({ content, chapter }: WrittenQuestion, texts: readonly string[]): Record<Part, boolean> {
  const options = 'options' in content ? content.options : []
  return {
    chapter: chapter !== null,
    explanation: content.explanation !== '',
    optionExplanations: options.some((one) => one.explanation !== ''),
    weights: options.some((one) => one.weight !== undefined),
    topics: content.topics.length > 0,
    sources: content.sources.length > 0,
    difficulty: content.difficulty !== middling,
    points: content.points !== undefined,
    year: content.year !== undefined,
    checkedOn: content.checkedOn !== undefined,
    material: content.material !== undefined,
    materialTitle: content.material !== undefined && content.material.title !== '',
    markingPoints: content.type === 'essay',
    pictures: texts.some((one) => picturesIn(one).length > 0),
    formulas: texts.some((one) => formula.test(one)),
    formatting: texts.some((one) => formatting.test(one)),
  }
}

/** A finding for each part that a question has and its format does not hold. */
export function lossesOf(question: WrittenQuestion, held: ReadonlySet<Part>): Finding[] {
  const lost = Object.entries(has(question, textsOf(question))).filter(([part, is]) => is && !held.has(part as Part))
  return lost.map(([what]) => finding('NOT_HELD', { path: question.id }, { what }))
}

/** A question that is not written at all, and why: its type, unless it is something else. */
export const leftOut = (question: WrittenQuestion, what: string = question.content.type): Finding =>
  finding('LEFT_OUT', { path: question.id }, { what })
