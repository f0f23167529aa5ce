import { inLocale } from '@/components/shell/locales'
import type { ExamDefinition } from '@/domain/exams/definition'
import { type PaperView, viewLevel } from '@/domain/exams/view'

/** A subject as the pages show it, in one language. */
export type SubjectCard = { slug: string; title: string; shortTitle: string; paper: PaperView }

/** A level in one language. `id` names it among all exams, and is what a browser remembers: "exam/level". */
export type LevelCard = {
  id: string
  exam: string
  title: string
  name: string
  passing: string
  subjects: SubjectCard[]
}

export type ExamCard = { slug: string; title: string; levels: LevelCard[] }

const levelId = (exam: string, level: string) => `${exam}/${level}`

export function examCards(exams: readonly ExamDefinition[], locale: string): ExamCard[] {
  return exams.map((exam) => ({
    slug: exam.slug,
    title: inLocale(exam.title, locale),
    levels: exam.levels.map((level): LevelCard => {
      const view = viewLevel(exam, level)
      return {
        id: levelId(exam.slug, level.slug),
        exam: exam.slug,
        title: inLocale(view.title, locale),
        name: inLocale(view.name, locale),
        passing: inLocale(view.passing, locale),
        subjects: view.subjects.map(({ slug, title, shortTitle, paper }) => ({
          slug,
          title: inLocale(title, locale),
          shortTitle: inLocale(shortTitle, locale),
          paper,
        })),
      }
    }),
  }))
}

/** All slugs of subjects, for the pages that exist once for each. */
export const subjectSlugs = (exams: readonly ExamDefinition[]) =>
  exams.flatMap((exam) => exam.subjects.map((subject) => subject.slug))

/** A subject with its level and exam. @throws when no exam has it: static pages are made for existing ones alone. */
export function subjectCard(exams: readonly ExamCard[], slug: string) {
  for (const exam of exams)
    for (const level of exam.levels)
      for (const subject of level.subjects) if (subject.slug === slug) return { exam, level, subject }
  throw new Error(`no subject ${slug}`)
}

/** Short titles of all subjects by slug, with their level: "初级 综合能力". */
export const subjectTitles = (exams: readonly ExamCard[]): Record<string, string> =>
  Object.fromEntries(
    exams.flatMap((exam) =>
      exam.levels.flatMap((level) =>
        level.subjects.map((subject) => [subject.slug, `${level.title} ${subject.shortTitle}`]),
      ),
    ),
  )
