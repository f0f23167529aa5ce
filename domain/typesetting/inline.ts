import type { MarkdownNode } from './tree'
import { textTypst } from './typst'

const opening: Record<string, string> = { strong_open: '#strong[', em_open: '#emph[', s_open: '#strike[' }

/** A run of text with its marks as Typst markup. What has no form on paper (a formula, a picture) stays as it was written. */
export function inlineTypst({ token }: MarkdownNode): string {
  return (token.children ?? [])
    .map(({ type, content, markup, nesting }) => {
      if (nesting === 1) return opening[type] ?? '#['
      if (nesting === -1) return '];'
      if (type === 'softbreak' || type === 'hardbreak') return '#linebreak();'
      if (type !== 'formula') return textTypst(content)
      const sign = markup === '[]' ? '$$' : '$'
      return textTypst(sign + content + sign)
    })
    .join('')
}
