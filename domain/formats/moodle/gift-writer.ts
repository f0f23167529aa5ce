import type { ChoiceContent, QuestionContent } from '@/domain/questions/input'
import type { Finding } from '../findings'
import { inlineHtmlOf, plainOf } from '../html'
import { leftOut, lossesOf, type Part, textsOf } from '../losses'
import type { Bank, Written, WrittenQuestion } from '../writing'
import { pathOf } from './category-path'
import { groupTag } from './collecting'
import { percentOf } from './fractions'
import { giftEscape } from './gift/gift-text'

const held: ReadonlySet<Part> = new Set([
  'chapter',
  'explanation',
  'optionExplanations',
  'weights',
  'topics',
  'material',
  'materialTitle',
  'formulas',
  'formatting',
])

/** Null when a text needs more than its own signs. */
function plain(markdown: string): string | null {
  const html = inlineHtmlOf(markdown).replace(/&quot;/g, '"')
  return /[<&]|^\s*\[(html|moodle|plain|markdown)\]/i.test(html) ? null : html
}

type Write = (markdown: string) => string
const asHtml: Write = (markdown) => giftEscape(inlineHtmlOf(markdown).replace(/\n/g, ' '))
const asPlain: Write = (markdown) => giftEscape(plain(markdown) ?? '')

/** HTML for the whole of a question as soon as one of its texts needs it: answers follow the question's format. */
function manner(texts: readonly string[]): { write: Write; mark: string } {
  const simple = texts.every((one) => plain(one) !== null)
  return simple ? { write: asPlain, mark: '' } : { write: asHtml, mark: '[html]' }
}

const feedback = (text: string) => (text === '' ? '' : `#${text}`)

function choiceLines(content: ChoiceContent, write: Write): string[] {
  const rights = content.key.length
  const single = content.type === 'single' && rights === 1
  return content.options.map((option) => {
    const right = content.key.includes(option.id)
    const percent = percentOf(option, right, { rights, single })
    const usual = single && option.weight === undefined
    const text = write(option.text)
    const share = usual && !text.startsWith('%') ? '' : `%${percent}%`
    const mark = single && right ? '=' : '~'
    return `${mark}${share}${text}${feedback(write(option.explanation))}`
  })
}

function answerLines(content: QuestionContent, write: Write): string[] {
  if (content.type === 'true-false') {
    const isTrue = content.key[0] === 'A'
    const [yes = '', no = ''] = content.options.map((option) => write(option.explanation))
    const [wrong, right] = isTrue ? [no, yes] : [yes, no]
    return [`${isTrue ? 'T' : 'F'}${wrong || right ? `#${wrong}` : ''}${feedback(right)}`]
  }
  if ('options' in content) return choiceLines(content, write)
  if (content.type === 'fill') return (content.key[0] ?? []).map((one) => `=${giftEscape(one.replace(/\*/g, '\\*'))}`)
  if (content.type === 'numeric')
    return [`#${content.key.value}${content.key.tolerance > 0 ? `:${content.key.tolerance}` : ''}`]
  return []
}

const comment = (name: string, value: string) => `[${name}:${value.replace(/[[\]]/g, '\\$&').replace(/\s+/g, ' ')}]`
/** The name that Moodle lists a question under. */
const titleOf = (markdown: string) =>
  giftEscape([...plainOf(markdown).replace(/[\s\\]+/g, ' ')].slice(0, 40).join('').trim())

function sourceOf(question: WrittenQuestion): string {
  const { content, id, group } = question
  const { write, mark } = manner(textsOf(question))
  const general = content.type === 'essay' ? content.modelAnswer : content.explanation
  const tags = [...content.topics, ...(group && content.material ? [groupTag(group.id)] : [])]
  const about = [comment('id', `yilian:${id}`), ...tags.map((tag) => comment('tag', tag))].join(' ')
  const lines = [...answerLines(content, write), ...(general === '' ? [] : [`####${write(general)}`])]
  const answer = lines.length === 0 ? '{}' : lines.length === 1 ? `{${lines[0]}}` : `{\n${lines.join('\n')}\n}`
  return `// ${about}\n::${titleOf(content.stem)}::${mark}${write(content.stem)}${answer}`
}

/** The text of a group, before the first of its questions that is written. */
function materialOf({ group, content: { material } }: WrittenQuestion): string {
  if (!group || !material) return ''
  const { write, mark } = manner([material.text])
  const title = material.title.replace(/\s+/g, ' ').trim()
  return `// ${comment('tag', groupTag(group.id))}\n${title === '' ? '' : `::${giftEscape(title)}::`}${mark}${write(material.text)}\n\n`
}

/** A blank is one answer; more of them GIFT cannot tell apart. */
const cannot = ({ content }: WrittenQuestion) => content.type === 'fill' && content.key.length !== 1

/** Moodle's GIFT, in UTF-8: everything on record in docs/formats.md, nothing else. */
export async function writeGift(bank: Bank): Promise<Written> {
  const losses: Finding[] = []
  const parts: string[] = []
  let [category, group]: [string | null, string | null] = [null, null]
  for (const question of bank.questions) {
    if (cannot(question)) {
      losses.push(leftOut(question, 'blanks'))
      continue
    }
    const path = pathOf(bank.subject.title, question.chapter?.title ?? null)
    if (path !== category) parts.push(`$CATEGORY: ${path}\n\n`)
    category = path
    const material = question.group?.id === group ? '' : materialOf(question)
    group = question.group?.id ?? null
    parts.push(`${material}${sourceOf(question)}\n\n`)
    losses.push(...lossesOf(question, question.content.type === 'essay' ? heldOfEssays : held))
  }
  return { bytes: new TextEncoder().encode(parts.join('')), mime: 'text/plain', extension: 'gift', losses }
}

/** The model answer stands where other questions have their explanation. */
const heldOfEssays: ReadonlySet<Part> = new Set([...held].filter((part) => part !== 'explanation'))
