import MarkdownIt from 'markdown-it'
import { emphasiseChinese, formulaAt } from '../markdown/syntax'

/** The address under which a picture is found, by its hash; null when it is not there. */
export type Picture = (hash: string) => string | null

/** The Markdown of the bank, for those who write files: the same syntax as domain/formats/markdown.ts shows on a page. */
export const commonmark = new MarkdownIt('commonmark', { html: false, breaks: true, xhtmlOut: true }).enable([
  'table',
  'strikethrough',
])
commonmark.disable(['link', 'autolink', 'reference'])
commonmark.validateLink = (url) => /^media:[0-9a-f]{64}$/.test(url)

emphasiseChinese(commonmark)

commonmark.inline.ruler.after('escape', 'formula', (state, silent) => {
  const found = state.src[state.pos] === '$' ? formulaAt(state.src, state.pos) : null
  if (!found || state.pos + found.length > state.posMax) return false
  if (!silent)
    Object.assign(state.push('formula', '', 0), { content: found.latex, markup: found.display ? '[]' : '()' })
  state.pos += found.length
  return true
})

const { escapeHtml } = commonmark.utils
commonmark.renderer.rules.formula = (tokens, index) => {
  const { content = '', markup = '()' } = tokens[index] ?? {}
  return escapeHtml(`\\${markup[0]}${content}\\${markup[1]}`)
}
commonmark.renderer.rules.image = (tokens, index, _options, env) => {
  const { picture } = env as { picture: Picture }
  const token = tokens[index]
  const alt = escapeHtml(token?.content ?? '')
  const address = picture(String(token?.attrGet('src') ?? '').replace('media:', ''))
  return address === null ? alt : `<img src="${escapeHtml(address)}" alt="${alt}" />`
}
// Signs that MathJax would take for the beginning of a formula, where none is.
commonmark.renderer.rules.text = (tokens, index) =>
  escapeHtml(tokens[index]?.content ?? '').replace(/\$(?=\$)|\\(?=[([])/g, '<span>$&</span>')
