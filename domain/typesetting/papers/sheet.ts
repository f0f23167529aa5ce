import type { PrintedQuestion, PrintedSection } from '@/domain/papers/printed'
import { arrayTypst, callTypst, stringTypst } from '../typst'
import { documentTypst, partsTypst, type ToPrint } from './heads'
import { sectionWords } from './paper'
import { figure } from './words'

/** Lines that an essay of so many points gets to write on. */
const linesFor = (points: number) => Math.min(60, Math.max(6, Math.round(points * 1.1)))

/** What a question of choice offers to be filled in; null for one that is written. */
const lettersOf = ({ content }: PrintedQuestion) =>
  'options' in content ? content.options.map((option) => option.id) : null

/** Runs of questions of one kind, in order: those of choice side by side, those that are written below each other. */
function runsOf(questions: readonly PrintedQuestion[]): PrintedQuestion[][] {
  const runs: PrintedQuestion[][] = []
  for (const question of questions) {
    const last = runs.at(-1)
    if (last?.[0] && (lettersOf(last[0]) === null) === (lettersOf(question) === null)) last.push(question)
    else runs.push([question])
  }
  return runs
}

function bubblesTypst(questions: readonly PrintedQuestion[]): string {
  const most = Math.max(...questions.map((question) => lettersOf(question)?.length ?? 0))
  const columns = most <= 4 ? 4 : most <= 6 ? 3 : 2
  const rows = questions.map((question) =>
    arrayTypst([String(question.number), arrayTypst((lettersOf(question) ?? []).map(stringTypst))]),
  )
  return callTypst('bubbles', String(columns), ...rows)
}

function writtenTypst({ number, points, content }: PrintedQuestion): string {
  const lines = content.type === 'essay' ? linesFor(points) : 1
  return callTypst('written', String(number), stringTypst(`${figure(points)}分`), String(lines))
}

const insideOf = ({ units }: PrintedSection) =>
  runsOf(units.flatMap((unit) => unit.questions))
    .map((run) => (run[0] && lettersOf(run[0]) ? bubblesTypst(run) : run.map(writtenTypst).join('\n\n')))
    .join('\n\n')

/** What candidates fill in: letters by number, lines for what is written. */
export function sheetTypst(to: ToPrint): string {
  return documentTypst(
    'sheet',
    to,
    new Map(),
    partsTypst(to, insideOf, (section, at) => ({ ...sectionWords(section, at), rule: '' })),
  )
}
