/** A question's source, with what its comments say of it. */
export type GiftBlock = {
  source: string
  line: number
  category: string | null
  idNumber: string
  tags: string[]
  /** It has an opening brace that nothing closes. */
  unclosed: boolean
}

/** How deep in braces a line ends; a backslash takes its sign's meaning. */
function depthAfter(line: string, depth: number): number {
  if (!/[{}]/.test(line)) return depth
  let now = depth
  for (const [sign] of line.matchAll(/\\.|[{}]/g))
    if (sign === '{') now += 1
    else if (sign === '}') now = Math.max(0, now - 1)
  return now
}

const firstBrace = (line: string) => /[{}]/.exec(line.replace(/\\./g, ''))?.[0]

/** Whether the paragraph after a blank line closes the brace that is open: then the blank line was within an answer. */
function closesBelow(lines: readonly string[], from: number): boolean {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
  for (; at < lines.length && (lines[at] ?? '').trim() !== ''; at += 1) {
    const line = lines[at] ?? ''
    if (/^\s*(::|\$CATEGORY:)/.test(line)) return false
    const brace = firstBrace(line)
    if (brace) return brace === '}'
  }
  return false
}

const unescapedId = (text: string) => text.replace(/\\([[\]])/g, '$1')

/** What Moodle writes there is far shorter. */
const longestComment = 2000

/** Comments before a question: `// [id:12] [tag:小组]`. */
function readComment(line: string, into: { idNumber: string; tags: string[] }) {
  for (const [, kind, value = ''] of line
    .slice(0, longestComment)
    .matchAll(/\[(id|tag):([^\]\\]*(?:\\.[^\]\\]*)*)\]/g)) {
    if (kind === 'id') into.idNumber = unescapedId(value).trim()
    else into.tags.push(unescapedId(value).trim())
  }
}

class Splitter {
  readonly blocks: GiftBlock[] = []
  private lines: string[] = []
  private line = 1
  private depth = 0
  private category: string | null = null
  private told = { idNumber: '', tags: [] as string[] }

  flush() {
    const source = this.lines.join('\n')
    if (source.trim() !== '') {
      const { line, category } = this
      this.blocks.push({ source, line, category, ...this.told, unclosed: this.depth > 0 })
      this.told = { idNumber: '', tags: [] }
    }
    this.lines = []
    this.depth = 0
  }

  take(text: string, number: number, all: readonly string[]) {
    if (text.trim() === '') {
      if (this.depth === 0 || !closesBelow(all, number)) this.flush()
      else this.lines.push('')
      return
    }
    if (/^\s*\/\//.test(text)) {
      if (this.depth === 0 && this.lines.some((line) => line.includes('}'))) this.flush()
      readComment(text, this.told)
      return
    }
    const category = /^\s*\$CATEGORY:(.*)$/i.exec(text)?.[1]
    if (category !== undefined) {
      this.flush()
      this.category = category.trim()
      return
    }
    if (this.lines.length > 0 && /^\s*::/.test(text)) this.flush()
    if (this.lines.length === 0) this.line = number
    this.lines.push(text)
    this.depth = depthAfter(text, this.depth)
  }
}

/** Questions by blank lines, titles and categories: one that is never closed ends with its paragraph. */
export function giftBlocks(text: string): GiftBlock[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const splitter = new Splitter()
  for (const [index, line] of lines.entries()) splitter.take(line, index + 1, lines)
  splitter.flush()
  return splitter.blocks
}
