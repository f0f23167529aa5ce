import type { ExamCard } from '@/components/exams/levels'
import { slugOf } from '@/components/resources/scope'

/** Of a resource: the levels it is for, and its subjects, each once, as short as they are said. */
export function scopeWords(exams: readonly ExamCard[], { levels, subjects }: { levels: string[]; subjects: string[] }) {
  const cards = exams.flatMap((exam) => exam.levels)
  const own = cards.flatMap((level) => level.subjects).filter(({ slug }) => subjects.includes(slug))
  return {
    levels: cards.filter((level) => levels.includes(slugOf(level))).map(({ title }) => title),
    subjects: [...new Set(own.map(({ shortTitle }) => shortTitle))],
  }
}
