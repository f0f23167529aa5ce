import { Parser } from 'htmlparser2'
import { commonmark, type Picture } from './html/commonmark'
import { closeBlock, closeInline, type Frame, flush, frameOf, isBlock, keepsSpaces, settle } from './html/frames'
import { formula, latexOf } from './html/math'
import { pictureMarkdown } from './media'

/** Nothing that a person writes is nested deeper, or has more elements: beyond this the marks are dropped and the text is kept. */
const deepest = 200
const mostElements = 50_000
/** Elements that are neither text nor picture; all but the first two are told as lost. */
const dropped = new Set(
  'style head script iframe object embed video audio svg canvas input select textarea button applet map'.split(' '),
)
const silent = new Set(['style', 'head'])

type Options = {
  /** The hash of the picture that a `src` means, or null; who gives this tells what is missing. */
  picture?: (src: string) => string | null
}

/** Walks through HTML once, without recursion: an element is a frame, and closing it adds to the one around it. */
class Walker {
  readonly lost = new Set<string>()
  private readonly root = frameOf('', {}, false)
  private stack: Frame[] = [this.root]
  /** An element whose content is no text, and how many open elements stand around its end. */
  private skipped: { tag: string; start: number; depth: number } | null = null
  private depth = 0
  private elements = 0

  constructor(
    private readonly html: string,
    private readonly options: Options,
  ) {}

  private here = () => this.stack.at(-1) ?? this.root

  open(tag: string, attributes: Record<string, string>, at: number) {
    this.depth += 1
    this.elements += 1
    if (this.skipped) return
    if (tag === 'math' || dropped.has(tag)) this.skipped = { tag, start: at, depth: this.depth }
    else if (tag === 'br') this.add('\n')
    else if (tag === 'img') this.addPicture(attributes)
    else {
      const frame = frameOf(tag, attributes, keepsSpaces(tag) || this.here().verbatim)
      if (isBlock(frame)) flush(this.here())
      else settle(this.here())
      this.stack.push(frame)
    }
  }

  close(tag: string, at: number) {
    const { skipped } = this
    this.depth -= 1
    if (skipped) {
      if (this.depth >= skipped.depth) return
      this.skipped = null
      this.leave(skipped, at)
    } else if (tag !== 'br' && tag !== 'img') {
      const frame = this.stack.pop()
      if (!frame || frame === this.root) return
      if (isBlock(frame)) closeBlock(frame, this.here())
      else closeInline(frame, this.here(), this.stack)
    }
  }

  text(text: string) {
    if (!this.skipped) this.here().raw += text
  }

  isTooMuch = () => this.depth > deepest || this.elements > mostElements

  end(): string {
    while (this.stack.length > 1) this.close('', this.html.length)
    flush(this.root)
    return [...this.root.blocks, ...this.root.rows.map((row) => row.join(' '))].join('\n\n')
  }

  private add(markdown: string) {
    settle(this.here())
    this.here().line += markdown
  }

  private addPicture({ src = '', alt = '' }: Record<string, string>) {
    const hash = this.options.picture?.(src) ?? null
    if (hash !== null) this.add(pictureMarkdown(hash, alt))
    else {
      if (!this.options.picture) this.lost.add('img')
      this.text(alt)
    }
  }

  private leave({ tag, start }: { tag: string; start: number }, end: number) {
    if (tag !== 'math') {
      if (!silent.has(tag)) this.lost.add(tag)
      return
    }
    const latex = latexOf(this.html.slice(start, end + 1))
    if (latex === null) this.lost.add('math')
    else this.add(formula(latex))
  }
}

const untagged = (html: string) => html.replace(/<[^<>]*>/g, ' ')

/**
 * HTML as our Markdown: paragraphs, lists, tables, emphasis, formulas (MathML and TeX) and pictures; everything else
 * becomes its text. `lost` names the elements that were more than text: `video`, `script`, `math` that was not understood.
 */
export function markdownOf(html: string, options: Options = {}): { text: string; lost: string[] } {
  const walker = new Walker(html, options)
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (walker.isTooMuch()) parser.pause()
        else walker.open(name.slice(name.indexOf(':') + 1), attributes, parser.startIndex)
      },
      onclosetag: (name) => walker.close(name.slice(name.indexOf(':') + 1), parser.endIndex),
      ontext: (text) => walker.text(text),
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  )
  parser.write(html)
  if (walker.isTooMuch()) return { text: markdownOf(untagged(html)).text, lost: ['nesting'] }
  parser.end()
  return { text: walker.end(), lost: [...walker.lost] }
}

/** Markdown as HTML that is well-formed XML too. A picture that `picture` knows no address for leaves its text. */
export const htmlOf = (markdown: string, picture: Picture = () => null): string =>
  commonmark.render(markdown, { picture }).trim()

/** The same without a paragraph around it, when it is no more than one. */
export function inlineHtmlOf(markdown: string, picture: Picture = () => null): string {
  const html = htmlOf(markdown, picture)
  const inner = html.slice(3, -4)
  return html.startsWith('<p>') && html.endsWith('</p>') && !inner.includes('<p>') ? inner : html
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }

/** Markdown as plain text: marks and pictures are gone, lines and list items stay lines, formulas are \\(TeX\\). */
export const plainOf = (markdown: string): string =>
  htmlOf(markdown)
    .replace(/<li>\n?/g, '- ')
    .replace(/<\/t[dh]>\s*<t[dh][^>]*>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim()
