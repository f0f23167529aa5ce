import { type Finding, type FindingCode, finding, type Place } from '../findings'
import type { ReadQuestion } from '../reading'
import { listSign } from '../text/paragraphs'
import { withoutMarkSigns } from './emphasis'

/**
 * What is to be said of a place within a text is carried along by that text, between two signs that no file may use, and
 * so comes to the right question wherever the text goes: a formula in the block of keys is that of its question.
 */
const sign = '\uE5F1'
const noted = new RegExp(`${sign}(\\d+)${sign}`, 'g')

export class Notes {
  private readonly all: { code: FindingCode; seen: string }[] = []

  /** A mark to put into the text. */
  add(code: FindingCode, seen: string): string {
    this.all.push({ code, seen })
    return `${sign}${this.all.length - 1}${sign}`
  }

  /** Takes the marks out of a question's texts, and tells what they stand for. */
  settle(question: ReadQuestion): ReadQuestion {
    if (this.all.length === 0) return question
    const found: Finding[] = []
    const draft = this.without(question.draft, question, found) as ReadQuestion['draft']
    return found.length === 0 ? question : { ...question, draft, findings: [...question.findings, ...found] }
  }

  private without(value: unknown, question: ReadQuestion, found: Finding[]): unknown {
    if (typeof value === 'string')
      return value.includes(sign)
        ? value.replace(noted, (_, at: string) => {
            const note = this.all[Number(at)]
            if (note) tell(found, note, question.place)
            return ''
          })
        : value
    if (Array.isArray(value)) return value.map((one) => this.without(one, question, found))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.without(one, question, found)]))
  }
}

/** Formulas that were made LaTeX of want one look together, not one each. */
function tell(found: Finding[], { code, seen }: { code: FindingCode; seen: string }, place: Place) {
  const at = found.findIndex((one) => code === 'MATH_CONVERTED' && one.code === code)
  const count = at < 0 ? 1 : Number(found[at]?.params.count) + 1
  const made = finding(code, place, code === 'MATH_CONVERTED' ? { count } : { seen })
  if (at < 0) found.push(made)
  else found[at] = made
}

/** A file that brings the sign itself loses it before anything is read. */
export const withoutSigns = (text: string) => withoutMarkSigns(text).replaceAll(sign, '').replaceAll(listSign, '')
