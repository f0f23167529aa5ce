import { MathMLToLaTeX } from 'mathml-to-latex'
import { escapeMarkdown } from './escape'

const longestMath = 20_000
const deepestMath = 60

/** One formula of LaTeX in Markdown, on one line; between two dollars when it stands by itself. */
export const formula = (latex: string, mark: '$' | '$$' = '$'): string => {
  const body = latex.replace(/\s+/g, ' ').trim()
  return body === '' ? '' : `${mark}${body}${mark}`
}

function depthOf(mathml: string): number {
  let [depth, most] = [0, 0]
  for (const [, slash] of mathml.matchAll(/<(\/?)[a-z]/gi)) {
    depth += slash === '/' ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

/** LaTeX of a MathML element; null when it cannot be told. An annotation that holds the LaTeX itself comes first. */
export function latexOf(mathml: string): string | null {
  const plain = mathml.replace(/<(\/?)[a-z]+:/gi, '<$1')
  const annotated = /<annotation[^>]{0,100}tex[^>]{0,100}>([^<]{1,5000})<\/annotation>/i.exec(plain)?.[1]
  if (annotated) return annotated.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').trim()
  if (plain.length > longestMath || depthOf(plain) > deepestMath) return null
  try {
    return MathMLToLaTeX.convert(plain).trim() || null
  } catch {
    // The library throws whatever its parser throws: the caller tells that the formula is lost.
    return null
  }
}

const openings = [
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['$$', '$$'],
] as const

/** Text of HTML in which LaTeX stands between \( \), \[ \] or $$ $$, as MathJax reads it. */
export function textWithFormulas(text: string): string {
  if (!openings.some(([open]) => text.includes(open))) return escapeMarkdown(text)
  const out: string[] = []
  let at = 0
  // Where each kind begins next: looked for once and kept, so that a page of `$$` is not searched through for each.
  const nexts = openings.map(([open, close]) => ({ open, close, start: text.indexOf(open) }))
  for (;;) {
    for (const one of nexts) if (one.start >= 0 && one.start < at) one.start = text.indexOf(one.open, at)
    const next = nexts.filter((one) => one.start >= 0).sort((a, b) => a.start - b.start)[0]
    if (!next) break
    const end = text.indexOf(next.close, next.start + 2)
    // Once one is not closed, no later one of its kind is.
    if (end < 0) next.start = -1
    else {
      out.push(escapeMarkdown(text.slice(at, next.start)))
      out.push(formula(text.slice(next.start + 2, end), next.open === '\\(' ? '$' : '$$'))
      at = end + 2
    }
  }
  out.push(escapeMarkdown(text.slice(at)))
  return out.join('')
}
