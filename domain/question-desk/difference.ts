import type { QuestionContent } from '@/domain/questions/input'

/** A part of a question that differs between two versions; `option` names which, where it is an option's. */
export type Difference = { part: string; option?: string; before: string | null; after: string | null }

type Parts = Map<string, { part: string; option?: string; text: string }>

const keyText = (content: QuestionContent): string => {
  if (content.type === 'essay') return content.modelAnswer
  if (content.type === 'numeric') return `${content.key.value} ± ${content.key.tolerance}`
  if (content.type === 'fill') return content.key.map((accepted) => accepted.join(' / ')).join('\n')
  return content.key.join('')
}

const sourceText = (source: QuestionContent['sources'][number]) =>
  'law' in source
    ? `《${source.law}》 ${source.edition} ${source.article}：${source.quote}`
    : Object.values(source).filter(Boolean).join(' · ')

/** The parts of a question that a person would name, as texts. */
function partsOf(content: QuestionContent): Parts {
  const parts: Parts = new Map()
  const add = (part: string, text: string | number | undefined, option?: string) => {
    if (text !== undefined && text !== '')
      parts.set(`${part}/${option ?? ''}`, { part, ...(option && { option }), text: String(text) })
  }
  add('type', content.type)
  add('material', content.material && [content.material.title, content.material.text].filter(Boolean).join('\n'))
  add('stem', content.stem)
  if ('options' in content)
    for (const { id, text, explanation } of content.options) {
      add('option', text, id)
      add('optionExplanation', explanation, id)
    }
  add(content.type === 'essay' ? 'modelAnswer' : 'key', keyText(content))
  if (content.type === 'essay')
    add('markingPoints', content.markingPoints.map((point) => `${point.text} (${point.points})`).join('\n'))
  add('explanation', content.explanation)
  add('sources', content.sources.map(sourceText).join('\n'))
  add('topics', content.topics.join(' '))
  add('difficulty', content.difficulty)
  add('points', content.points)
  add('year', content.year)
  add('checkedOn', content.checkedOn)
  return parts
}

/** What differs between two versions, part by part, in the order of the question. */
export function differenceOf(before: QuestionContent, after: QuestionContent): Difference[] {
  const [old, young] = [partsOf(before), partsOf(after)]
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), young.get(name)]
    const either = is ?? was
    if (!either || was?.text === is?.text) return []
    const { part, option } = either
    return { part, ...(option && { option }), before: was?.text ?? null, after: is?.text ?? null }
  })
}
