import { markdownOf } from '../../html'
import { textWithFormulas } from '../../html/math'

const markup = /<\/?[a-z][^<>]{0,500}>|&(?:#\d{1,6}|[a-z]{2,8});/i
/** `$…$` with something in it that only LaTeX writes: two prices are none. */
const latex = /(\$(?=[^$\n]{0,300}[\\^_])[^$\n]{1,300}\$)/

/** A text of another program as Markdown: HTML where it is HTML, else every sign as it stands, but for formulas. */
export function markdownIn(text: string): { text: string; lost: string[] } {
  if (markup.test(text)) return markdownOf(text.replace(/\r?\n/g, '<br>'))
  const parts = text.replace(/\r\n?/g, '\n').split(latex)
  return {
    text: parts
      .map((part, index) => (index % 2 === 1 ? part : textWithFormulas(part)))
      .join('')
      .trim(),
    lost: [],
  }
}
