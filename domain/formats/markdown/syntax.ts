import type MarkdownIt from 'markdown-it'

/**
 * CommonMark tells the ends of emphasis by the spaces around it, and Chinese has none: 应当**“不”**做 would keep its
 * asterisks. Beside a Han character, a mark of punctuation on the other side of the asterisks does not count.
 */
export function emphasiseChinese(markdown: InstanceType<typeof MarkdownIt>) {
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
}

/** Where the formula that begins at a dollar ends: at the next that no space precedes and no digit follows; null when it is none. */
export function formulaAt(text: string, at: number): { latex: string; display: boolean; length: number } | null {
  const mark = text.startsWith('$$', at) ? '$$' : '$'
  const start = at + mark.length
  const end = text.indexOf(mark, start)
  if (end <= start || /\s/.test(text[start] ?? '')) return null
  if (/\s/.test(text[end - 1] ?? '') || /\d/.test(text[end + mark.length] ?? '')) return null
  return { latex: text.slice(start, end), display: mark === '$$', length: end + mark.length - at }
}
