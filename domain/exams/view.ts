import type { z } from 'zod'
import { daysBetween } from './day'
import type { ExamDefinition, Level, Paper, Sitting } from './definition'
import { nextSitting, paperOf, sectionOf } from './lookup'
import type { examOutput, paperOutput, sittingOutput } from './output'

export type ExamView = z.infer<typeof examOutput>
export type LevelView = ExamView['levels'][number]
export type PaperView = z.infer<typeof paperOutput>
export type SittingView = z.infer<typeof sittingOutput>

/** A paper, with what a day's set of it comes to. */
function viewPaper(paper: Paper): PaperView {
  const { sections, limitSeconds, passMark, certainty, daily } = paper
  const points = daily.sections.reduce((sum, share) => sum + share.count * sectionOf(paper, share.section).points, 0)
  const questions = daily.sections.reduce((sum, share) => sum + share.count, 0)
  return { sections, limitSeconds, passMark, certainty, daily: { questions, points, limitSeconds: daily.limitSeconds } }
}

/** A sitting as of `today`; days are counted only towards a date that is announced or labelled as expected. */
export function viewSitting(sitting: Sitting, today: string): SittingView {
  const counts = ['announced', 'expected', 'postponed'].includes(sitting.status)
  const startsOn = counts ? (sitting.startsOn ?? null) : null
  return {
    year: sitting.year,
    status: sitting.status,
    startsOn,
    endsOn: counts ? (sitting.endsOn ?? null) : null,
    lawInForceOn: sitting.lawInForceOn,
    daysLeft: startsOn && startsOn >= today ? daysBetween(today, startsOn) : null,
  }
}

export function viewLevel(exam: ExamDefinition, level: Level): LevelView {
  const subjects = exam.subjects.filter((subject) => subject.level === level.slug)
  return {
    ...level,
    subjects: subjects.map((subject) => ({
      slug: subject.slug,
      title: subject.title,
      shortTitle: subject.shortTitle,
      paper: viewPaper(paperOf(exam, subject)),
    })),
  }
}

export function viewExam(exam: ExamDefinition, today: string): ExamView {
  return {
    slug: exam.slug,
    title: exam.title,
    timeZone: exam.timeZone,
    today,
    sitting: viewSitting(nextSitting(exam, today), today),
    levels: exam.levels.map((level) => viewLevel(exam, level)),
  }
}
