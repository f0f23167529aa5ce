import { blocksOf, type Gathered, headed, inlineRuns, textRun } from '../docx/writing/blocks'
import { packageOf, titleXml } from '../docx/writing/parts'
import { answerXml, askedXml } from '../docx/writing/question'
import { words } from '../docx/writing/words'
import { type Finding, finding } from '../findings'
import { lossesOf, type Part } from '../losses'
import type { Bank, Written, WrittenQuestion } from '../writing'

const held: ReadonlySet<Part> = new Set<Part>([
  'chapter',
  'explanation',
  'optionExplanations',
  'topics',
  'sources',
  'difficulty',
  'points',
  'year',
  'checkedOn',
  'material',
  'materialTitle',
  'markingPoints',
  'pictures',
  'formulas',
  'formatting',
])

/** Headings, quotations, lists within lists, rules and blocks of code become paragraphs of text. */
const flattened = /^(?:#{1,4} |>|```|---$| {2,}\S)/m

function lost(question: WrittenQuestion): Finding[] {
  const { content } = question
  const found = lossesOf(question, held)
  const told = (what: string) => found.push(finding('NOT_HELD', { path: question.id }, { what }))
  if (flattened.test(content.stem) || flattened.test(content.explanation)) told('formatting')
  if (content.sources.some((one) => 'bank' in one && (one.url !== undefined || one.licence !== undefined)))
    told('sources')
  return found
}

/** The shared text of a group, before its first question. */
function materialXml(questions: readonly WrittenQuestion[], at: number, { gathered, say }: Context): string {
  const question = questions[at]
  const { content, group } = question ?? {}
  if (!content?.material || !group || group.index !== 1) return ''
  const head = say.material(at + 1, at + group.of)
  return (
    headed('Material', head, inlineRuns(content.material.title, gathered)) +
    blocksOf(content.material.text, gathered, (runs) => headed('Text', '', runs))
  )
}

type Context = { gathered: Gathered; say: (typeof words)['en'] }

/**
 * A bank to print: all questions first, then the answers on a page of their own, by number. Paragraphs have styles of our
 * own, by which the file is read again exactly, even where a stem looks like a number or an option.
 */
export async function writeDocx(bank: Bank, locale: 'zh-CN' | 'en'): Promise<Written> {
  const gathered: Gathered = { media: bank.media, used: new Map(), drawn: 0 }
  const context = { gathered, say: words[locale] }
  const { questions } = bank
  let chapter: string | null = null
  const asked: string[] = [titleXml(bank.subject.title)]
  for (const [at, question] of questions.entries()) {
    const title = question.chapter?.title ?? null
    if (title !== null && title !== chapter) asked.push(headed('Chapter', '', textRun(title)))
    chapter = title
    asked.push(materialXml(questions, at, context), askedXml(question, at + 1, context))
  }
  const answers = questions.map((question, at) => answerXml(question, at + 1, context))
  const body = [...asked, headed('Answers', '', textRun(words[locale].answers)), ...answers].join('')
  return {
    bytes: await packageOf(body, gathered),
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    losses: questions.flatMap(lost),
  }
}
