import { type Draft, letterAt } from '../draft'
import { type Finding, finding, type Place } from '../findings'

/** An option as Moodle has it: its share of the points in percent. */
export type ScoredOption = { text: string; explanation: string; percent: number }

const near = (a: number, b: number) => Math.abs(a - b) < 0.011
const short = (percent: number) => `${Number(percent.toFixed(2))}%`

/**
 * Whether the shares say no more than which options are right: all right ones alike and 100 % together, all wrong ones
 * alike and 0, −100 % or −100/n. Example: 33.33333 three times and −100 once.
 */
function isPlain(options: readonly ScoredOption[], single: boolean): boolean {
  const rights = options.reduce((count, { percent }) => (percent > 0 ? count + 1 : count), 0)
  const share = single ? 100 : 100 / rights
  const first = options.find(({ percent }) => percent <= 0)?.percent ?? 0
  const usual = near(first, 0) || near(first, -100) || near(first, -100 / (options.length - rights || 1))
  return usual && options.every(({ percent }) => near(percent, percent > 0 ? share : first))
}

type Choice = Pick<Draft, 'type' | 'options' | 'choices'> & { findings: Finding[] }

/**
 * Which options are right. Of a question with one answer, those that bring all the points; of one with several, those
 * that bring any. Other shares are kept with the options, and told.
 */
export function choiceOf(options: readonly ScoredOption[], single: boolean, place: Place): Choice {
  const isRight = ({ percent }: ScoredOption) => (single ? percent > 99.9 : percent > 0)
  const choices = options.flatMap((one, index) => (isRight(one) ? [letterAt(index)] : []))
  const plain = isPlain(options, single)
  const seen = () => options.map((one, index) => `${letterAt(index)} ${short(one.percent)}`).join(', ')
  return {
    // Radio buttons with two full answers: what the question asks for is not told, and the key says several.
    type: single ? (choices.length > 1 ? null : 'single') : 'multiple',
    options: options.map(({ text, explanation, percent }) => ({
      text,
      explanation,
      ...(!plain && { weight: Math.max(-1, Math.min(1, Number((percent / 100).toFixed(7)))) }),
    })),
    choices,
    findings: plain
      ? []
      : [finding(choices.length === 0 ? 'KEY_NOT_UNDERSTOOD' : 'WEIGHTS_IGNORED', place, { seen: seen() })],
  }
}

/** The shares under which a written question keeps its key, with −100 % for each wrong option of several. */
export function percentOf(
  option: { weight?: number | undefined },
  right: boolean,
  { rights, single }: { rights: number; single: boolean },
) {
  if (option.weight !== undefined) return Number((option.weight * 100).toFixed(5))
  if (right) return single ? 100 : Number((100 / rights).toFixed(5))
  return single ? 0 : -100
}
