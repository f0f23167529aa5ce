import type { PrintedQuestion, PrintedSection } from '@/domain/papers/printed'
import type { QuestionContent, Source } from '@/domain/questions/input'
import { markdownTypst } from '../blocks'
import { lawTitle } from '../sources'
import { arrayTypst, callTypst, contentTypst, stringTypst, textTypst } from '../typst'
import { documentTypst, partsTypst, type ToPrint } from './heads'
import { sectionWords } from './paper'
import { figure } from './words'

/** The key in one line; null for an essay, which has points instead. */
export function keyWords(content: QuestionContent): string | null {
  if (content.type === 'essay') return null
  if (content.type === 'fill') return content.key.map((blank) => blank.join(' / ')).join('；')
  if (content.type === 'numeric')
    return `${content.key.value}${content.key.tolerance > 0 ? ` ± ${content.key.tolerance}` : ''}`
  return [...content.key].sort().join('')
}

function sourceWords(source: Source): string {
  if ('law' in source) return `${lawTitle(source.law)}（${source.edition}）${source.article}：“${source.quote}”`
  if ('theory' in source) return `${source.author}：${source.theory}。${source.idea}`
  if ('document' in source) return `《${source.document}》（${source.issuer}，${source.date}）${source.section}`
  return [source.bank, source.place, source.licence].filter(Boolean).join('，')
}

/** Whose words follow: 解析, 依据, A. */
const told = (label: string, markup: string) => callTypst('told', stringTypst(label), contentTypst(markup))

function essayTypst(content: Extract<QuestionContent, { type: 'essay' }>): string[] {
  const points = content.markingPoints.map(({ text, points }) => told(`${figure(points)}分`, markdownTypst(text)))
  return [told('答案', markdownTypst(content.modelAnswer)), callTypst('label', stringTypst('采分点')), ...points]
}

function answerTypst({ number, points, content }: PrintedQuestion): string {
  const options = 'options' in content ? content.options.filter((option) => option.explanation !== '') : []
  const body = [
    ...(content.type === 'essay' ? essayTypst(content) : []),
    ...(content.explanation === '' ? [] : [told('解析', markdownTypst(content.explanation))]),
    ...options.map(({ id, explanation }) => told(id, markdownTypst(explanation))),
    ...content.sources.map((source) => told('依据', textTypst(sourceWords(source)))),
  ]
  const key = keyWords(content) ?? `${figure(points)}分`
  return callTypst('answer', String(number), stringTypst(key), contentTypst(body.join('\n\n')))
}

function insideOf({ units }: PrintedSection): string {
  const questions = units.flatMap((unit) => unit.questions)
  const keys = questions.flatMap(({ number, content }) => {
    const key = keyWords(content)
    return key === null ? [] : [arrayTypst([String(number), stringTypst(key)])]
  })
  const table = keys.length > 0 ? [callTypst('keys', ...keys)] : []
  return [...table, ...questions.map(answerTypst)].join('\n\n')
}

/** Keys, explanations and sources, for trainers: never bound together with the paper. */
export function answersTypst(to: ToPrint, pictures: ReadonlyMap<string, string>): string {
  return documentTypst('answers', to, pictures, partsTypst(to, insideOf, sectionWords))
}
