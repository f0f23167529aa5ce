import type { Draft } from '../../draft'
import { childOf, descendantsOf, type Element } from '../../xml'
import { attribute } from '../names'
import { htmlIn, htmlWith, mark, type Texts } from '../texts'

const isInteraction = (element: Element) =>
  element.local.endsWith('Interaction') && element.local !== 'endAttemptInteraction'
export const isInline = (element: Element) => /^(inlineChoice|textEntry)Interaction$/.test(element.local)
const isMaterial = (element: Element) =>
  element.local === 'div' && /\b(stimulus|passage|material)\b/.test(attribute(element, 'class'))
/** What changes with every candidate, or only shows at times. */
const movingParts = ['feedbackBlock', 'feedbackInline', 'templateBlock', 'templateInline', 'printedVariable'] as const

export type Body = { pieces: string[]; interactions: Element[]; material: Draft['material']; materialId: string | null }

/** The body of an item as Markdown, cut where interactions stand; material and rubrics are taken out. */
export function bodyOf(item: Element, texts: Texts): Body {
  const body = childOf(item, 'itemBody')
  const interactions: Element[] = []
  const materials: Element[] = []
  const html = htmlWith(body ?? { ...item, children: [] }, (element) => {
    if (isInteraction(element)) {
      interactions.push(element)
      return isInline(element) ? mark : `<div>${mark}</div>`
    }
    if (isMaterial(element) && !descendantsOf(element).some(isInteraction)) {
      materials.push(element)
      return ''
    }
    if (element.local === 'rubricBlock') return ''
    if (movingParts.some((part) => part === element.local)) {
      texts.tell('UNSUPPORTED_PART', element.local)
      return ''
    }
    return null
  })
  const [first] = materials
  const text = materials.map((one) => texts.of(htmlIn(one))).join('\n\n')
  return {
    pieces: texts.of(html).split(mark),
    interactions,
    material: text ? { title: attribute(first, 'label'), text } : null,
    materialId: attribute(first, 'id') || null,
  }
}
