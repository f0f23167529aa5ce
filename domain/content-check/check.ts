import type { FileQuestion } from '@/domain/formats/content/content-files'
import type { Fault } from '@/domain/formats/content/yaml'
import { choicesOf } from './figures'
import { giveawayFaults } from './giveaways'
import { twinsIn } from './twins'
import { wordingFaults } from './wording'

const bySubject = (questions: readonly FileQuestion[]) =>
  [...new Set(questions.map(({ subject }) => subject))].map((subject) => ({
    subject,
    own: questions.filter((one) => one.subject === subject),
  }))

/** What a subject's keys give away, told at the first of its questions. */
function spreadFaults(questions: readonly FileQuestion[]): Fault[] {
  return bySubject(questions).flatMap(({ subject, own }) =>
    (['single', 'multiple'] as const).flatMap((type) => {
      const [first] = own.filter(({ content }) => content.type === type)
      const messages = giveawayFaults(choicesOf(own, type))
      return messages.map((message) => ({
        file: first?.file ?? '',
        line: first?.line ?? 1,
        message: `${subject}, ${type}: ${message}`,
      }))
    }),
  )
}

/**
 * Holds questions that can be marked against how they should be written: wording, sources, what keys give away, and
 * questions that look like one another. A seed takes them all the same; the suite and `bank check` do not.
 */
export function mannerFaults(questions: readonly FileQuestion[]): Fault[] {
  const at = ({ file, line, id }: FileQuestion, message: string) => ({ file, line, message: `${id}: ${message}` })
  return [
    ...questions.flatMap((one) => wordingFaults(one.content).map((message) => at(one, message))),
    ...twinsIn(questions).map(({ question, earlier, stem }) =>
      at(
        question,
        `looks like ${earlier.id} (${earlier.file}:${earlier.line}), ${Math.round(stem * 100)} % of the stem`,
      ),
    ),
    ...spreadFaults(questions),
  ]
}
