import type { Draft } from '../../draft'
import { joinParts, splitParts } from './parts'

type Points = Draft['markingPoints']

/** Marking points, one a line: `2分：先评估风险`. */
export const markingLines = (points: Points, locale: 'zh-CN' | 'en') =>
  joinParts(
    points.map((one) => `${one.points}${locale === 'en' ? ' points: ' : '分：'}${one.text}`),
    '\n',
  )

const own = /^([\d.e+-]{1,24})(?:分：| points: )(.*)$/s
const before = /^\s{0,9}(?:\d{1,2}[.、]\s{0,3})?(\d{1,3}(?:\.\d+)?)\s{0,3}(?:分|points?)\s{0,3}[:：]?\s*(.+)$/s
const after = /^(.+?)\s{0,3}[（(]\s{0,3}(\d{1,3}(?:\.\d+)?)\s{0,3}(?:分|points?)\s{0,3}[)）]\s{0,3}[。；;.]?\s*$/s

/** Points as people write them, before the text or in brackets behind it. Null when a line gives none. */
export function markingPointsIn(cell: string, isOwn: boolean): Points | null {
  const lines = isOwn ? splitParts(cell, '\n') : cell.split('\n').filter((line) => line.trim() !== '')
  const found = lines.map((line) => {
    if (line.length > 4000) return null
    const ours = own.exec(line)
    const first = ours ?? before.exec(line)
    if (first) return { points: Number(first[1]), text: isOwn && ours ? (first[2] ?? '') : (first[2] ?? '').trim() }
    const last = after.exec(line)
    return last ? { points: Number(last[2]), text: (last[1] ?? '').trim() } : null
  })
  return found.every((one) => one !== null && one.points > 0 && one.text !== '') ? (found as Points) : null
}
