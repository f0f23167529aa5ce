import type { Source } from '@/domain/questions/input'
import type { Draft } from '../../draft'
import type { ColumnField } from '../../reading'
import { markingPointsIn } from '../columns/marking-lines'
import { splitParts } from '../columns/parts'
import { sourcesIn } from '../columns/source-lines'
import type { Plan } from '../tables/plan'
import type { RowCells } from './row-cells'

type Details = Pick<
  Draft,
  'chapter' | 'subject' | 'difficulty' | 'points' | 'year' | 'topics' | 'sources' | 'checkedOn' | 'externalId' | 'label'
>

const numberIn = (cell: string) => {
  const match = /^(\d{1,4}(?:\.\d{1,9})?)\s{0,3}(?:分|points?)?$/i.exec(cell.normalize('NFKC').trim())
  return match && Number(match[1]) > 0 ? Number(match[1]) : null
}
const exactNumber = (cell: string) => (cell !== '' && Number(cell) > 0 ? Number(cell) : null)
const yearIn = (cell: string) => {
  const match = /(?<!\d)(19\d\d|2[01]\d\d)(?!\d)/.exec(cell.normalize('NFKC'))
  return match ? Number(match[1]) : null
}
const nameIn = (cell: string) => (cell.trim() === '' ? null : cell.trim())

function topicsIn({ plan, all }: RowCells): string[] {
  const cells = all('topics')
  if (plan.isOwn) return cells.flatMap((cell) => splitParts(cell, '\n'))
  const topics = cells.flatMap((cell) => cell.split(/[,，、;；|\n]/)).map((topic) => topic.trim().slice(0, 60))
  return [...new Set(topics.filter((topic) => topic !== ''))]
}

/** 来源 names the bank; what stands beside it, as 页码 does, is the place in it. */
function sourcesOf({ plan, all }: RowCells): Source[] {
  const [bank = '', ...places] = all('source')
  const sources = sourcesIn(bank)
  const [first] = sources
  if (plan.isOwn || places.length === 0 || sources.length !== 1 || !first || !('bank' in first)) return sources
  return [{ ...first, place: places.join('，').slice(0, 200) }]
}

/** Ids that a table really gives; those of our own files are told by their heading, running numbers are none. */
function externalIdOf({ plan, one }: RowCells): Draft['externalId'] {
  const id = one('externalId').trim()
  if (id === '' || plan.idsRun) return null
  if (!plan.isOwn) return { source: 'table', id }
  const [first = '', second] = splitParts(id, '|')
  return second === undefined ? { source: 'yilian', id: first } : { source: first, id: second }
}

/** Everything of a row that is neither question nor key. */
export function detailsOf(cells: RowCells): Details {
  const { plan, one, all } = cells
  const read = plan.isOwn ? exactNumber : numberIn
  const running = plan.idsRun ? one('externalId') : ''
  return {
    chapter: nameIn(all('chapter').join('/')),
    subject: nameIn(one('subject')),
    difficulty: nameIn(one('difficulty')),
    points: read(one('points')),
    year: yearIn(one('year')),
    topics: topicsIn(cells),
    sources: sourcesOf(cells),
    checkedOn: /^\d{4}-\d\d-\d\d$/.test(one('checkedOn').trim()) ? one('checkedOn').trim() : null,
    externalId: externalIdOf(cells),
    label: nameIn(one('label') || running),
  }
}

/** Columns that mean something and whose cell says something else: kept, under their heading. */
export function unreadDetails({ plan, one }: RowCells, details: Details): [string, string][] {
  const unread = (['points', 'year', 'checkedOn'] as const).filter(
    (field) => one(field) !== '' && details[field] === null,
  )
  return unread.map((field) => [headingOf(plan, field), one(field)])
}

export const headingOf = ({ table }: Plan, field: ColumnField) =>
  table.columns.find(({ meaning }) => meaning?.field === field)?.header ?? field

/** Shared text and its title, which our own files write as `【title】` above it. */
export function materialIn({ plan, one }: RowCells): Draft['material'] {
  const cell = one('material')
  if (cell.trim() === '') return null
  const titled = /^【([^【】\n]{0,200})】\n(.+)$/s.exec(plan.isOwn ? cell : cell.trim())
  const text = titled?.[2] ?? cell
  return { title: titled?.[1] ?? '', text: plan.shown(text) }
}

/** Marking points, or null when the cell gives no points for them. */
export function markingOf({ plan, one }: RowCells): Draft['markingPoints'] | null {
  const cell = one('markingPoints')
  return cell.trim() === '' ? [] : markingPointsIn(cell, plan.isOwn)
}
