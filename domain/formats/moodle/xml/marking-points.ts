import type { MarkingPoint } from '@/domain/questions/input'

/** How marking points stand under a model answer: a heading, and a numbered list with points. */
const heading = '采分点'
const line = /^\d+\. (.+)（(\d+(?:\.\d+)?)分）$/

export const withPoints = (modelAnswer: string, points: readonly MarkingPoint[]): string => {
  const list = points.map((one, index) => `${index + 1}. ${one.text.replace(/\s*\n\s*/g, ' ')}（${one.points}分）`)
  return `${modelAnswer}\n\n#### ${heading}\n\n${list.join('\n')}`
}

/** The same read back; a text without such a list is the model answer as a whole. */
export function splitPoints(text: string): { modelAnswer: string; markingPoints: { text: string; points: number }[] } {
  const at = text.lastIndexOf(`\n\n#### ${heading}\n\n`)
  const lines = at < 0 ? [] : text.slice(at).trim().split('\n').slice(2)
  const points = lines.map((one) => line.exec(one))
  if (points.length === 0 || points.includes(null)) return { modelAnswer: text, markingPoints: [] }
  return {
    modelAnswer: text.slice(0, at),
    markingPoints: points.map((one) => ({ text: one?.[1] ?? '', points: Number(one?.[2]) })),
  }
}
