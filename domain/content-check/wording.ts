/**
 * The rules of wording for those who write questions (docs/content.md): what a question of the right shape must not say.
 * They are about Chinese text; questions in another language meet only what is true of any language. Source: issue
 * "The starter bank", demands 2 and 5.
 *
 * Example: an option 以上都是 → `option D says “all of the above” or “none of the above”`.
 */
import type { QuestionContent } from '@/domain/questions/input'

const lettersNamed =
  /(?<![A-Za-z])[A-E]{1,5}\s*(项|选项|正确|错误|对|错)|选项\s*[A-E]|故(本题)?选|答案[为是选]\s*[A-E]|本题选|[A-E][、，][A-E]/
const spaced = /\p{Script=Han} +\d|\d +\p{Script=Han}/u
const halfWidth = /\p{Script=Han}[,;:!?()]/u
const allOrNone = /以上(都|均|全|皆)|上述(都|均|全|皆)|^(都|全)(是|对|正确)$|都不(是|对|正确)$/
const negativeAsk =
  /(?<!\*)(不(正确|恰当|属于|适宜|合适|妥当|包括|符合[^，。；：]{0,8}的是)|错误的是)[^，。；：]{0,12}（　　）/
const markedNegative = /\*(不|错误|除外|无需|没有)\*/
const beginsNegative = /^(不|没有|未|无|非|禁止)/
const blank = '（　　）'
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

/** Shortest reason that says anything, in characters. */
const shortestReason = 6

/** Every text of a question that a candidate reads, with the name of its place. */
function textsOf(content: QuestionContent): { place: string; text: string }[] {
  const options = 'options' in content ? content.options : []
  const essay = content.type === 'essay' ? content : undefined
  const all: [place: string, text: string | undefined][] = [
    ['stem', content.stem],
    ['material', content.material?.text],
    ...options.map(({ id, text }): [string, string] => [`option ${id}`, text]),
    ...options.map(({ id, explanation }): [string, string] => [`explanation of option ${id}`, explanation]),
    ['explanation', content.explanation],
    ['model answer', essay?.modelAnswer],
    ...(essay?.markingPoints ?? []).map(({ id, text }): [string, string] => [`marking point ${id}`, text]),
  ]
  return all.flatMap(([place, text]) => (text === undefined || text === '' ? [] : [{ place, text }]))
}

function textFaults(content: QuestionContent): string[] {
  return textsOf(content).flatMap(({ place, text }) => [
    ...(lettersNamed.test(text) ? [`${place} names the letter of an option; options may stand in another order`] : []),
    ...(spaced.test(text) ? [`${place} has a space between a Han character and a digit`] : []),
    ...(halfWidth.test(text) ? [`${place} has half-width punctuation after a Han character`] : []),
  ])
}

function choiceFaults(content: QuestionContent): string[] {
  if (!('options' in content) || content.type === 'true-false') return []
  const { stem, options } = content
  const faults: string[] = []
  if (isChinese(stem) && !stem.includes(blank)) faults.push(`the stem has no blank ${blank}`)
  if (negativeAsk.test(stem)) faults.push('the stem asks for what is wrong and does not mark the word: *不*')
  if (markedNegative.test(stem) && options.some(({ text }) => beginsNegative.test(text)))
    faults.push('a negative ask with a negative option is a double negative')
  for (const { id, text, explanation } of options) {
    if (allOrNone.test(text)) faults.push(`option ${id} says “all of the above” or “none of the above”`)
    if ([...explanation].length < shortestReason) faults.push(`option ${id} has no explanation`)
  }
  return faults
}

/** A law or document that the ask names by 依据《…》 is what the question rests on: it must be among the sources. */
function sourceFaults({ stem, sources, checkedOn }: QuestionContent): string[] {
  const cited = sources.map((one) => ('law' in one ? one.law : 'document' in one ? one.document : ''))
  // The Civil Code is cited by its books.
  const isCited = (name: string) => cited.some((one) => one === name || one.startsWith(`${name}·`))
  const named = [...stem.matchAll(/(?:依据|根据|按照)《([^》]+)》/g)].map(([, name = '']) => name)
  return [
    ...(sources.length === 0 ? ['no source'] : []),
    ...named.filter((name) => !isCited(name)).map((name) => `the stem names 《${name}》, the sources do not`),
    ...(sources.some((one) => 'law' in one) && !checkedOn
      ? ['a law question says when it was checked: checkedOn']
      : []),
  ]
}

/** @returns faults in plain words; empty when the question is written as it should be. */
export function wordingFaults(content: QuestionContent): string[] {
  // Of an essay the model answer and its points explain.
  const untold = content.type !== 'essay' && content.explanation.trim() === '' ? ['no explanation'] : []
  const untagged = content.topics.length === 0 ? ['no topic'] : []
  return [...textFaults(content), ...choiceFaults(content), ...sourceFaults(content), ...untold, ...untagged]
}
