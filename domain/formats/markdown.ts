import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'
import { allowed } from './markdown/allowed'
import { mathOf } from './markdown/math'
import { emphasiseChinese, formulaAt } from './markdown/syntax'

/**
 * The one place where stored text becomes HTML. Raw HTML in the source stays text, and what Markdown makes goes through
 * an allow-list all the same: two locks, so that a fault in one of them opens nothing. Pictures are those of the bank
 * alone, `![alt](media:HASH)`; formulas are LaTeX between dollars and become MathML.
 */
const markdown = new MarkdownIt('commonmark', { html: false, breaks: true }).enable(['table', 'strikethrough'])
markdown.disable(['image', 'link', 'autolink', 'reference'])

emphasiseChinese(markdown)

const picture = /!\[([^[\]\n]{0,500})\]\(media:([0-9a-f]{64})\)/y

markdown.inline.ruler.before('emphasis', 'picture', (state, silent) => {
  if (state.src[state.pos] !== '!') return false
  picture.lastIndex = state.pos
  const found = picture.exec(state.src)
  if (!found) return false
  if (!silent) state.push('picture', 'img', 0).meta = { alt: found[1] ?? '', hash: found[2] ?? '' }
  state.pos += found[0].length
  return true
})

markdown.inline.ruler.after('escape', 'formula', (state, silent) => {
  if (state.src[state.pos] !== '$') return false
  const found = formulaAt(state.src, state.pos)
  const html = found && mathOf(found.latex, found.display)
  if (!html) return false
  if (!silent) state.push('formula', '', 0).content = html
  state.pos += found.length
  return true
})

const { escapeHtml } = markdown.utils
markdown.renderer.rules.picture = (tokens, index) => {
  const { alt, hash } = (tokens[index]?.meta ?? {}) as { alt: string; hash: string }
  return `<img src="/api/v1/media/${hash}" alt="${escapeHtml(alt)}" loading="lazy" />`
}
markdown.renderer.rules.formula = (tokens, index) => tokens[index]?.content ?? ''

// The blank of a stem must never break across lines, nor shrink.
const withBlanks = (html: string) => html.replace(/（[\s\u3000]*）/g, '<span class="blank">（\u3000\u3000）</span>')

const safe = (html: string) => sanitizeHtml(withBlanks(html), allowed).trim()

/** Markdown to safe HTML with paragraphs. */
export const renderBlock = (text: string) => safe(markdown.render(text))

/** Markdown to safe HTML for a single run of text, without a paragraph around it. */
export const renderInline = (text: string) => safe(markdown.renderInline(text))
