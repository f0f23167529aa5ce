import MarkdownIt from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/**
 * The one place where stored text becomes HTML. Raw HTML in the source stays text, and what Markdown makes goes through
 * an allow-list all the same: two locks, so that a fault in one of them opens nothing.
 */
const markdown = new MarkdownIt('commonmark', { html: false, breaks: true }).enable(['table', 'strikethrough'])
markdown.disable(['image', 'link', 'autolink', 'reference'])

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
