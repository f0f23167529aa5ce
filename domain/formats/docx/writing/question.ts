import type { Source } from '@/domain/questions/input'
import type { WrittenQuestion } from '../../writing'
import { blocksOf, type Gathered, headed, inlineRuns, type StyleName, textRun } from './blocks'
import type { words } from './words'

type Context = { gathered: Gathered; say: (typeof words)['en'] }

const headedBlocks = (name: StyleName, head: string, markdown: string, { gathered }: Context) =>
  blocksOf(markdown, gathered, (runs) => headed(name, head, runs))

/** What a candidate sees: number, type, stem and options. */
export function askedXml({ content }: WrittenQuestion, number: number, context: Context): string {
  const { say } = context
  const stem = headedBlocks('Question', `${number}.【${say.types[content.type]}】`, content.stem, context)
  if (content.type !== 'single' && content.type !== 'multiple') return stem
  return stem + content.options.map(({ id, text }) => headedBlocks('Option', `${id}.`, text, context)).join('')
}

/** Whatever parts blanks and what is accepted for them must not stand in an answer itself. */
const guarded = (text: string) => text.replace(/[;；]|(?<= )\/(?= )/g, '\\$&')

function keyXml({ content }: WrittenQuestion, head: string, context: Context): string {
  const { say } = context
  const plain = (text: string) => headed('Answer', head, textRun(text))
  switch (content.type) {
    case 'single':
    case 'multiple':
      return plain(content.key.join(''))
    case 'true-false':
      return plain(content.key[0] === 'A' ? say.right : say.wrong)
    case 'fill':
      return plain(content.key.map((accepted) => accepted.map(guarded).join(' / ')).join('；'))
    case 'numeric':
      return plain(
        content.key.tolerance === 0 ? `${content.key.value}` : `${content.key.value} ± ${content.key.tolerance}`,
      )
    case 'essay':
      return headedBlocks('Answer', head, content.modelAnswer, context)
  }
}

/** As it is cited, and as understand-source.ts takes it apart again. */
function sourceText(source: Source): string {
  if ('law' in source) return `《${source.law}》（${source.edition}）${source.article}：“${source.quote}”`
  if ('theory' in source) return `${source.theory}（${source.author}）：${source.idea}`
  if ('document' in source) return `《${source.document}》（${source.issuer}，${source.date}）${source.section}`
  return `${source.bank}（${source.place}）`
}

function labelled({ content, chapter, id }: WrittenQuestion, say: Context['say']): (readonly [string, string])[] {
  const { labels } = say
  const perhaps = (label: string, value: string | number | null | undefined) =>
    value === undefined || value === null ? [] : [[label, String(value)] as const]
  return [
    ...perhaps(labels.chapter, chapter?.title),
    ...perhaps(labels.difficulty, content.difficulty),
    ...content.topics.map((topic) => [labels.topics, topic] as const),
    ...content.sources.map((source) => [labels.source, sourceText(source)] as const),
    ...perhaps(labels.year, content.year),
    ...perhaps(labels.points, content.points),
    ...perhaps(labels.checkedOn, content.checkedOn),
    [labels.id, `yilian/${id}`],
  ]
}

/** Key, marking points, explanations, and where it comes from. */
export function answerXml(question: WrittenQuestion, number: number, context: Context): string {
  const { content } = question
  const { say, gathered } = context
  const points = content.type === 'essay' ? content.markingPoints : []
  const options = 'options' in content ? content.options.filter((one) => one.explanation !== '') : []
  return [
    keyXml(question, `${number}.`, context),
    ...points.map((one) =>
      headed('Label', say.labels.markingPoints, inlineRuns(one.text, gathered) + textRun(say.worth(one.points))),
    ),
    content.explanation === '' ? '' : headedBlocks('Label', say.labels.explanation, content.explanation, context),
    ...options.map((one) => headedBlocks('Label', say.option(one.id), one.explanation, context)),
    ...labelled(question, say).map(([label, value]) => headed('Label', label, textRun(value))),
  ].join('')
}
