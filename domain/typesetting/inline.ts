import { formulaTypst } from './formulas'
import type { MarkdownNode } from './tree'
import { callTypst, contentTypst, stringTypst, textTypst } from './typst'

const opening: Record<string, string> = { strong_open: '#strong[', em_open: '#emph[', s_open: '#strike[' }

/** A formula as it is set, its LaTeX for those who have it read to them. One that has no form on paper stays as it was written. */
function formula(latex: string, display: boolean): string {
  const math = formulaTypst(latex, display)
  const sign = display ? '$$' : '$'
  if (math === null) return textTypst(sign + latex + sign)
  return callTypst('math.equation', `block: ${display}`, `alt: ${stringTypst(latex)}`, `$${math}$`)
}

/** A run of text with its marks as Typst markup. `picture` is what a layout makes of a picture's hash and its words. */
export function inlineTypst({ token }: MarkdownNode): string {
  return (token.children ?? [])
    .map((one) => {
      const { type, content, markup, nesting } = one
      if (nesting === 1) return opening[type] ?? '#['
      if (nesting === -1) return '];'
      if (type === 'softbreak' || type === 'hardbreak') return '#linebreak();'
      if (type === 'formula') return formula(content, markup === '[]')
      if (type !== 'image') return textTypst(content)
      const hash = String(one.attrGet('src') ?? '').replace('media:', '')
      return callTypst('picture', stringTypst(hash), contentTypst(textTypst(content)))
    })
    .join('')
}
