import { markdownOf } from '../../html'
import { escapeMarkdown } from '../../html/escape'
import { withPictures } from './picture-marks'

const markup = /<(?:p|br|div|span|img|b|i|u|em|strong|sub|sup|table|font|ul|ol|li|math)\b[^<>]{0,2000}>/i
/** Without any of these signs there is nothing that Markdown would take for its own. */
const special = /[\\`*_~$!&<>#|=+-]|^\s*\d{1,9}[.)]/m
const formula = /(\$[^\s$](?:[^$\n]{0,500}[^\s$])?\$(?!\d))/

const asItIs = (text: string) => text

/** How a table's cells are read as Markdown: those of our own files are Markdown already. */
export function textReader(isOwn: boolean): (cell: string) => string {
  const shown = isOwn ? asItIs : cellMarkdown
  return (cell) => withPictures(cell, shown)
}

/**
 * A cell of a foreign table as Markdown that shows what the cell shows. Formulas between dollars stay formulas; HTML, which
 * some systems put into their tables, is translated.
 */
function cellMarkdown(cell: string): string {
  const text = cell.trim()
  if (!special.test(text)) return text
  if (markup.test(text)) return markdownOf(text).text.trim()
  const parts = text.split(formula)
  return parts.map((part, at) => (at % 2 === 1 && /[\\^_{}=]/.test(part) ? part : escapeMarkdown(part))).join('')
}
