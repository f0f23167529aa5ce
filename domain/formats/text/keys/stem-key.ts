/**
 * A key in the stem's brackets: `小组工作的要素包括（ABD）。`, `……（√）`. Only brackets that hold nothing but letters or a
 * judgement count, and only when there is exactly one such pair; the stem keeps an empty one.
 */
import { halfWidth } from '../lines/lines'

const brackets = /\([ \t]{0,8}([A-Ha-h][A-Ha-h、,; \t]{0,20}|[√×✓✗✔✘]|对|错|正确|错误|T|F)[ \t]{0,8}\)/g

const blank = '（　　）'

/** `options`: how many the question has; null when it has none, and is judged. */
export function stemKeyIn(stem: string, options: number | null): { stem: string; key: string } | null {
  if (!/[(（]/.test(stem)) return null
  const found = [...halfWidth(stem).matchAll(brackets)].filter((one) => {
    const letters = (one[1] ?? '').toUpperCase().replace(/[^A-Z√×✓✗✔✘]/g, '')
    if (options === null) return !/^[A-H]+$/.test(letters) || letters === 'T' || letters === 'F'
    return /^[A-H]+$/.test(letters) && [...letters].every((letter) => letter.charCodeAt(0) - 65 < options)
  })
  const [only] = found
  if (!only?.[1] || found.length > 1) return null
  const key = only[1].trim()
  return { stem: `${stem.slice(0, only.index)}${blank}${stem.slice(only.index + only[0].length)}`, key }
}
