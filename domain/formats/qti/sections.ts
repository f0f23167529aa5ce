import { childrenOf, type Element } from '../xml'
import { attribute } from './names'
import { type QtiDocument, resolved } from './package'

/** A title that only counts is no chapter. */
const counting =
  /^(?:(?:section|part|test ?part|group|root|默认|部分|第[一二三四五六七八九十\d]+部分)[\s_-]*\d*|\d+)?$/i

const titled = (path: string, section: Element) => {
  const title = attribute(section, 'title')
  return counting.test(title) ? path : [path, title].filter((one) => one !== '').join('/')
}

/** Items that a test names, in its order, each with the titles of its sections as the chapter. */
export function chaptersIn(tests: readonly QtiDocument[]): Map<string, string | null> {
  const chapters = new Map<string, string | null>()
  const walk = (element: Element, { from, chapter }: { from: string; chapter: string }) => {
    for (const child of childrenOf(element)) {
      if (child.local === 'assessmentItemRef') {
        const path = resolved(attribute(child, 'href'), from)
        if (!chapters.has(path)) chapters.set(path, chapter || null)
      } else if (child.local === 'assessmentSection') walk(child, { from, chapter: titled(chapter, child) })
      else if (child.local === 'testPart') walk(child, { from, chapter })
    }
  }
  for (const { path, root } of tests)
    walk(root, { from: path, chapter: root.local === 'assessmentSection' ? titled('', root) : '' })
  return chapters
}
