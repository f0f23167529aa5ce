import type { Finding } from '../findings'
import { plainOf } from '../html'
import { leftOut, lossesOf, type Part } from '../losses'
import type { Bank, Written, WrittenQuestion } from '../writing'

const held: ReadonlySet<Part> = new Set(['formulas'])

const oneLine = (markdown: string) => plainOf(markdown).replace(/\s+/g, ' ').trim()

/** What reads Aiken takes such a line for an option or an answer: a stem that begins so gets a mark before it. */
const stemLine = (text: string) =>
  /^([A-ZＡ-Ｚ]\s*[.)．）、]|(ANSWER|答案)\s*[:：])/iu.test(text) ? `- ${text}` : text

function sourceOf({ content }: WrittenQuestion): string | null {
  // Moodle keeps only the first letter of an answer: a question with several would come out with a wrong key.
  if (!('options' in content) || content.key.length !== 1) return null
  const material = content.material ? `${oneLine(content.material.text)} ` : ''
  const options = content.options.map((option) => `${option.id}) ${oneLine(option.text)}`)
  return [stemLine(`${material}${oneLine(content.stem)}`), ...options, `ANSWER: ${content.key[0]}`].join('\n')
}

/** Aiken: single choice and true-false, a stem, its options and the letter. */
export async function writeAiken(bank: Bank): Promise<Written> {
  const losses: Finding[] = []
  const parts: string[] = []
  for (const question of bank.questions) {
    const source = sourceOf(question)
    if (source === null) losses.push(leftOut(question))
    else {
      parts.push(`${source}\n`)
      losses.push(...lossesOf(question, held))
    }
  }
  return { bytes: new TextEncoder().encode(parts.join('\n')), mime: 'text/plain', extension: 'txt', losses }
}
