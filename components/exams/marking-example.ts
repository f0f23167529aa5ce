import { type MarkingRule, mark } from '@/domain/attempts/marking'

export type MarkingExample = { key: string; answers: { answer: string; score: number }[]; each: number | null }

const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']

/**
 * A worked example of a multiple choice question under a rule, marked by the marker itself: the longest key its options
 * allow, and an answer that is complete, one that is incomplete, one with a wrong option.
 */
export function markingExample(options: number, rule: MarkingRule, points: number): MarkingExample {
  const offered = letters.slice(0, options)
  const key = offered.slice(0, -1)
  const content = {
    type: 'multiple' as const,
    stem: '',
    explanation: '',
    sources: [],
    topics: [],
    difficulty: 1,
    options: offered.map((id) => ({ id, text: '', explanation: '' })),
    key,
  }
  const markingOf = (choices: string[]) => mark(content, { choices }, { rule, points })
  const incomplete = key.slice(0, -1)
  const answers = [key, incomplete, [...incomplete.slice(0, -1), ...offered.slice(-1)]]
  return {
    key: key.join(''),
    answers: answers.map((choices) => ({ answer: choices.join(''), score: markingOf(choices).score })),
    each: markingOf(incomplete).arithmetic?.perOption ?? null,
  }
}
