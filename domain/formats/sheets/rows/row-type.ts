import type { QuestionType } from '@/domain/questions/types'
import type { DraftType } from '../../draft'
import type { Plan, RowType } from '../tables/plan'
import { isAnyChoice, typeIn } from '../type-words'

const degraded: readonly (readonly [DraftType, RegExp])[] = [
  ['matching', /匹配|配对|连线|^match/i],
  ['ordering', /排序|^order|^sort/i],
]

/** The type that a cell names: by the mapping that was told, by the heading's own list of codes, by its words. */
export function typeOfCell(cell: string, plan: Plan): RowType {
  const known = plan.typesSeen.get(cell)
  const found = known ?? typeOfWord(cell.trim(), plan)
  if (!known && plan.typesSeen.size < 1000) plan.typesSeen.set(cell, found)
  return found
}

function typeOfWord(word: string, plan: Plan): RowType {
  const told = plan.types.get(word)
  if (told) return { type: told }
  if (word === '') return { type: null }
  if (/^\d{1,3}(?:\.0+)?$/.test(word)) return { type: null, code: word }
  const type = typeIn(word)
  if (type) return { type }
  if (isAnyChoice(word)) return { type: null }
  const other = degraded.find(([, pattern]) => pattern.test(word))
  return other ? { type: other[0] } : { type: null, unknown: word }
}

const glued =
  /^\s{0,9}(?:[【[（(]\s{0,3}([\p{Script=Han}]{2,8})\s{0,3}[】\]）)]|([\p{Script=Han}]{2,7}题)\s{0,9}(?=\d))\s{0,9}(?:(\d{1,5})\s{0,3}[.、．:：])?\s{0,9}/u

/** `单选题  1.` or `【多选】` before a stem tells its type and number, and is no part of it. */
export function gluedType(stem: string): { type: QuestionType; label: string | null; stem: string } | null {
  const match = glued.exec(stem)
  const type = match && typeIn(match[1] ?? match[2] ?? '')
  return match && type ? { type, label: match[3] ?? null, stem: stem.slice(match[0].length) } : null
}

const numbering =
  /^\s{0,9}(?:第?[一二三四五六七八九十\d]{1,3}(?:部分|大题|题)?[、.．:：)）]?|[（(][一二三四五六七八九十\d]{1,3}[)）])\s{0,9}/

/** A row with one cell, `二、多选题（每题2分）`, is the title of what follows. */
export function titleType(row: readonly string[]): QuestionType | null {
  const filled = row.filter((cell) => cell.trim() !== '')
  const [title = ''] = filled
  return filled.length === 1 && title.length <= 40 ? typeIn(title.replace(numbering, '').replace(/[（(].*$/, '')) : null
}
