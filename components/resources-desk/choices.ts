import type { ExamCard } from '@/components/exams/levels'
import { slugOf } from '@/components/resources/scope'
import type { ResourceKind } from '@/domain/resources/input'
import type { Choices } from './about/resource-body'

/**
 * What of the exams a resource may be about. A subject that two levels share is named by the first of them.
 * @param isOwn whether whoever chooses cares for a subject
 */
export function choicesOf(
  exams: readonly ExamCard[],
  kinds: Choices['kinds'],
  isOwn: (subject: string) => boolean,
): Choices {
  const levels = exams.flatMap((exam) => exam.levels)
  const subjects = levels.flatMap((level) =>
    level.subjects.map(({ slug, shortTitle }) => ({ value: slug, label: `${level.title} ${shortTitle}` })),
  )
  return {
    kinds,
    levels: levels.map((level) => ({ value: slugOf(level), label: level.title })),
    subjects: subjects.filter(
      (one, at) => isOwn(one.value) && subjects.findIndex(({ value }) => value === one.value) === at,
    ),
  }
}

/** Kinds in the words of the library. */
export const kindChoices = (kinds: readonly ResourceKind[], word: (key: `kind.${ResourceKind}`) => string) =>
  kinds.map((value) => ({ value, label: word(`kind.${value}`) }))
