import MarkdownIt from 'markdown-it'

/** The address under which a picture is found, by its hash; null when it is not there. */
export type Picture = (hash: string) => string | null

/** The Markdown of the bank, for those who write files: the same syntax as domain/formats/markdown.ts shows on a page. */
export const commonmark = new MarkdownIt('commonmark', { html: false, breaks: true, xhtmlOut: true }).enable([
  'table',
  'strikethrough',
])
commonmark.disable(['link', 'autolink', 'reference'])
commonmark.validateLink = (url) => /^media:[0-9a-f]{64}$/.test(url)

// The same as in domain/formats/markdown.ts: beside a Han character asterisks need no space.
commonmark.inline.State = class extends commonmark.inline.State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const run = super.scanDelims(start, canSplitWord)
    const [before = ' ', after = ' '] = [this.src[start - 1], this.src[start + run.length]]
    if (this.src[start] !== '*') return run
    return {
      ...run,
      can_open: run.can_open || (/\p{Script=Han}/u.test(before) && !/\s/.test(after)),
      can_close: run.can_close || (/\p{Script=Han}/u.test(after) && !/\s/.test(before)),
    }
  }
}

// A formula begins with a dollar that no space follows, and ends at the next that no space precedes and no digit follows.
commonmark.inline.ruler.after('escape', 'formula', (state, silent) => {
  if (state.src[state.pos] !== '$' || /^\s|^$/.test(state.src[state.pos + 1] ?? '')) return false
  const end = state.src.indexOf('$', state.pos + 1)
  if (end <= state.pos + 1 || end >= state.posMax) return false
  if (/\s/.test(state.src[end - 1] ?? '') || /\d/.test(state.src[end + 1] ?? '')) return false
  if (!silent) state.push('formula', '', 0).content = state.src.slice(state.pos + 1, end)
  state.pos = end + 1
  return true
})

const { escapeHtml } = commonmark.utils
commonmark.renderer.rules.formula = (tokens, index) => escapeHtml(`\\(${tokens[index]?.content ?? ''}\\)`)
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
