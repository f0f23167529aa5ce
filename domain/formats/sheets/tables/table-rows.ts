import { type Finding, finding } from '../../findings'
import type { ReadQuestion } from '../../reading'
import { cellsOfRow } from '../rows/row-cells'
import { readRow, type Section } from '../rows/row-draft'
import { titleType } from '../rows/row-type'
import { type Member, markGroups } from './groups'
import type { Plan } from './plan'
import { isBlankRow, type Sheet } from './sheet'

export const mostSkipped = 1000

/** Questions and findings of the tables read so far. */
export class Rows {
  readonly questions: ReadQuestion[] = []
  readonly findings: Finding[] = []
  /** Rows that are no questions; beyond a thousand they are only counted. */
  skipped = 0
  readonly codes = new Map<string, Finding['place']>()

  constructor(private readonly limit: number) {}

  skip(sheet: Sheet, at: number, why: string) {
    const seen = (sheet.rows[at] ?? []).filter((cell) => cell.trim() !== '').join(' | ')
    this.skipped += 1
    if (this.skipped <= mostSkipped) this.findings.push(finding('ROW_SKIPPED', sheet.placeOf(at), { seen, why }))
  }

  read(plan: Plan, repeated: ReadonlySet<number>) {
    const { sheet, first, end } = plan.table
    const members: Member[] = []
    const section: Section = { type: null }
    for (let at = first; at < end && this.questions.length < this.limit; at += 1) {
      const why = repeated.has(at) ? 'header' : this.reasonToSkip(at, plan, section)
      if (why === 'blank') continue
      if (why) this.skip(sheet, at, why)
      else this.take(at, { plan, section, members })
    }
    markGroups(members)
  }

  private take(at: number, { plan, section, members }: { plan: Plan; section: Section; members: Member[] }) {
    const { question, code } = readRow(at, plan, section)
    this.questions.push(question)
    if (code !== undefined && !this.codes.has(code)) this.codes.set(code, question.place)
    const caseId = cellsOfRow(plan.table.sheet.rows[at] ?? [], at, plan).one('materialId')
    members.push({ question, caseId })
  }

  /** Why a row is no question; a title tells the type of those below it. */
  private reasonToSkip(at: number, plan: Plan, section: Section): string | null {
    const row = plan.table.sheet.rows[at] ?? []
    if (isBlankRow(row)) return 'blank'
    const filled = row.filter((cell) => cell.trim() !== '')
    const title = filled.length === 1 ? titleType(row) : null
    if (title) section.type = title
    if (title) return 'title'
    if (filled.length > 2) return null
    if (/^\s*(?:合计|总计|共计|小计|备注|说明|填写说明|注意|注[:：]|total\b|note\b)/i.test(filled[0] ?? ''))
      return 'remark'
    const { one } = cellsOfRow(row, at, plan)
    return one('stem') === '' && filled.every((cell) => /^\s*\d{1,6}\s*$/.test(cell)) ? 'number' : null
  }
}
