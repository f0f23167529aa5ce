import { renderBlock } from './markdown'

export type Heading = { id: string; title: string; level: number }

const plain = (html: string) => html.replace(/<[^>]*>/g, '')

/**
 * A long text as a page: its Markdown as safe HTML, with headings that can be linked to, and tables that scroll within
 * themselves. Ids are running numbers: a title that changes breaks no link before it.
 */
export function renderArticle(markdown: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = []
  const html = renderBlock(markdown)
    .replace(/<h([1-4])>([\s\S]*?)<\/h\1>/g, (_, level: string, inner: string) => {
      const id = `part-${headings.length + 1}`
      headings.push({ id, title: plain(inner), level: Number(level) })
      return `<h${level} id="${id}">${inner}</h${level}>`
    })
    .replace(/<table>/g, '<div class="scrolls" tabindex="0" role="group"><table>')
    .replace(/<\/table>/g, '</table></div>')
  return { html, headings }
}
