import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/**
 * The one place where stored text becomes HTML. Raw HTML in the source stays text, and what Markdown makes goes through
 * an allow-list all the same: two locks, so that a fault in one of them opens nothing.
 */
const markdown = new MarkdownIt('commonmark', { html: false, breaks: true }).enable(['table', 'strikethrough'])
markdown.disable(['image', 'link', 'autolink', 'reference'])

// CommonMark tells the ends of emphasis by the spaces around it, and Chinese has none: 应当**“不”**做 would keep its
// asterisks. Beside a Han character, a mark of punctuation on the other side of the asterisks does not count.
markdown.inline.State = class extends markdown.inline.State {
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

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'em',
    'strong',
    's',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'hr',
    'span',
    'h1',
    'h2',
    'h3',
    'h4',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { span: ['class'], ol: ['start'] },
  allowedClasses: { span: ['blank'] },
}

// The blank of a stem must never break across lines, nor shrink.
const withBlanks = (html: string) => html.replace(/（[\s\u3000]*）/g, '<span class="blank">（\u3000\u3000）</span>')

/** Markdown to safe HTML with paragraphs. */
export const renderBlock = (text: string) => sanitizeHtml(withBlanks(markdown.render(text)), allowed).trim()

/** Markdown to safe HTML for a single run of text, without a paragraph around it. */
export const renderInline = (text: string) => sanitizeHtml(withBlanks(markdown.renderInline(text)), allowed).trim()
