import type { Paper } from '@/domain/exams/definition'
import { sectionOfType } from '@/domain/exams/lookup'
import type { QuestionContent } from '@/domain/questions/input'
import { renderQuestion, renderSolution } from '@/domain/questions/view'
import type { RenderedView } from './output'

type Placed = {
  id: string
  version: string
  group?: { id: string; index: number; of: number } | null
  /** Null: of no paper yet. */
  paper: Paper | null
  section?: string
}

/** A version as the candidate will see it, before the answer and after. */
export function rendered(content: QuestionContent, { id, version, group, paper, section }: Placed): RenderedView {
  const solution = renderSolution(content)
  const ofPoints = solution.markingPoints?.reduce((sum, point) => sum + point.points, 0)
  const ofSection = paper ? sectionOfType(paper, content.type, section)?.points : undefined
  const points = ofPoints ?? ofSection ?? content.points ?? 1
  return {
    question: { id, version, number: 1, points, ...renderQuestion(content), ...(group && { group }) },
    solution,
  }
}
