import type { Draft } from '../../draft'
import { type Finding, finding, type Place } from '../../findings'
import { firstUnprotected, splitAnswers } from './answer-parts'

type Context = { text: (source: string) => string; place: Place; raw: Record<string, string> }

const isNumber = (text: string) => /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)
const rounded = (value: number) => Number(value.toPrecision(12))

/** `3`, `3:0.5` (how far off) or `1..5` (from, to); null for anything else. */
export function numberIn(source: string): { value: number; tolerance: number } | null {
  const range = /^(.{1,40}?)\.\.(.{1,40})$/.exec(source)
  const parts = (range ? [range[1] ?? '', range[2] ?? ''] : source.split(':')).map((part) =>
    part.replace(/\\$/, '').trim(),
  )
  if (parts.length > 2 || !parts.every(isNumber)) return null
  const [first = 0, second = 0] = parts.map(Number)
  if (!range) return { value: first, tolerance: Math.abs(second) }
  return { value: rounded((first + second) / 2), tolerance: rounded(Math.abs(second - first) / 2) }
}

/** `{#…}`. Of several answers the first that brings all the points is the key; others are told. */
export function numericOf(body: string, { text, place, raw }: Context): { draft: Partial<Draft>; findings: Finding[] } {
  const hash = firstUnprotected(body, '#')
  const bare = { text: hash < 0 ? body : body.slice(0, hash), feedback: hash < 0 ? '' : body.slice(hash + 1) }
  const several = splitAnswers(body).answers
  const whole = several.find((one) => one.mark === '=' && (one.percent ?? 100) > 99.9)
  const chosen = several.length > 0 ? whole : bare
  const numeric = chosen ? numberIn(chosen.text.trim()) : null
  const findings: Finding[] = []
  if (!numeric) findings.push(finding('KEY_NOT_UNDERSTOOD', place, { seen: `{#${body.trim()}}` }))
  const others = several.filter((one) => one !== whole && one.text !== '')
  if (others.length > 0) {
    const seen = others.map((one) => `${one.percent ?? 0}% ${one.text}`).join('; ')
    findings.push(finding('UNSUPPORTED_PART', place, { seen }))
  }
  const explanation = text(chosen?.feedback ?? '')
  return { draft: { type: 'numeric', numeric, explanation, ...(others.length > 0 && { raw }) }, findings }
}
