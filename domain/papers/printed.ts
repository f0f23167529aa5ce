/**
 * What stands on a printed paper, where, and what it is worth.
 *
 * Rule: sections in the order of the paper's definition, questions numbered through; a case bears its material once, before
 * its questions, and counts as one. A bank that has fewer questions than the blueprint asks makes a smaller paper: its time is
 * that of the official one by its questions, its points those of what is there.
 *
 * Example: 60 single and 20 multiple choices asked of a bank with 30 and 10: 40 questions, 50 points, 60 minutes.
 */
import type { Paper, Section } from '@/domain/exams/definition'
import { limitSecondsOf } from '@/domain/practice/drawing'
import type { QuestionContent } from '@/domain/questions/input'

type Material = { title: string; text: string }
export type PrintedQuestion = { id: string; number: number; points: number; content: QuestionContent }
/** One question, or a case. */
export type PrintedUnit = { material: Material | null; questions: PrintedQuestion[] }
export type PrintedSection = {
  section: Section
  /** As many as the blueprint asks. */
  asked: number
  units: PrintedUnit[]
  points: number
}
export type PrintedPaper = { sections: PrintedSection[]; questions: number; points: number; limitSeconds: number }

export type DrawnQuestion = { id: string; section: string; content: QuestionContent }
/** The questions of each unit, in the order of a case. */
export type DrawnUnits = readonly (readonly DrawnQuestion[])[]

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** An essay is worth its marking points, anything else what its section says. */
const pointsOf = ({ content }: DrawnQuestion, section: Section) =>
  content.type === 'essay' ? sum(content.markingPoints.map((point) => point.points)) : section.points

const questionsOf = (units: readonly PrintedUnit[]) => units.flatMap((unit) => unit.questions)

/** @param drawn the units of each section, by its id */
export function printedPaper(paper: Paper, drawn: ReadonlyMap<string, DrawnUnits>): PrintedPaper {
  let number = 0
  const sections = paper.sections.flatMap((section): PrintedSection[] => {
    const units = (drawn.get(section.id) ?? []).map((unit) => ({
      material: unit[0]?.content.material ?? null,
      questions: unit.map((one) => ({
        id: one.id,
        number: ++number,
        points: pointsOf(one, section),
        content: one.content,
      })),
    }))
    const points = sum(questionsOf(units).map((question) => question.points))
    return units.length > 0 ? [{ section, asked: section.count, units, points }] : []
  })
  // A case counts as one, whatever its questions are.
  const counted = sections.flatMap(({ units }) =>
    units.map((unit) => ({ id: unit.questions[0]?.id ?? '', groupId: null })),
  )
  return {
    sections,
    questions: number,
    points: sum(sections.map((section) => section.points)),
    limitSeconds: limitSecondsOf(paper, counted),
  }
}

/** Sections of the blueprint that the bank cannot fill, with what it has. */
export const shortOf = (paper: Paper, printed: PrintedPaper) =>
  paper.sections.flatMap((section) => {
    const has = printed.sections.find((one) => one.section.id === section.id)?.units.length ?? 0
    return has < section.count ? [{ section, has }] : []
  })
