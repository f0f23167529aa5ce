import { childOf, childrenOf, type Element } from '../xml'
import { type Numbered, valOf } from './numbering'

export type Style = { heading: boolean; numbered: { id: string | null; level: number } | null; base: string | null }

const numberingOf = (pPr: Element | undefined): Style['numbered'] => {
  const numPr = pPr && childOf(pPr, 'numPr')
  if (!numPr) return null
  return { id: valOf(childOf(numPr, 'numId')) ?? null, level: Number(valOf(childOf(numPr, 'ilvl')) ?? 0) }
}

/** The styles of paragraphs, as far as they make headings or numbers. */
export function stylesIn(part: Element | null): Map<string, Style> {
  const styles = part ? childrenOf(part, 'style') : []
  return new Map(
    styles.map((one) => {
      const pPr = childOf(one, 'pPr')
      const name = valOf(childOf(one, 'name')) ?? ''
      const outline = pPr && childOf(pPr, 'outlineLvl')
      const heading = /^heading \d|^标题 ?\d/i.test(name) || (outline !== undefined && valOf(outline) !== '9')
      const base = valOf(childOf(one, 'basedOn')) ?? null
      return [one.attributes.get('w:styleId') ?? '', { heading, numbered: numberingOf(pPr), base }]
    }),
  )
}

const deepest = 12

/** What a paragraph is numbered as, by itself or by its style; numId 0 takes a style's number away. */
export function numberedAs(styles: ReadonlyMap<string, Style>, pPr: Element | undefined): Numbered | null {
  let numbered = numberingOf(pPr)
  let name = pPr && valOf(childOf(pPr, 'pStyle'))
  for (let depth = 0; name !== undefined && depth < deepest && !numbered?.id; depth++) {
    const style = styles.get(name)
    if (style?.numbered) numbered = { id: style.numbered.id, level: numbered?.level ?? style.numbered.level }
    name = style?.base ?? undefined
  }
  return numbered?.id && numbered.id !== '0' ? { id: numbered.id, level: numbered.level } : null
}

export function isHeading(styles: ReadonlyMap<string, Style>, pPr: Element | undefined): boolean {
  const outline = pPr && childOf(pPr, 'outlineLvl')
  if (outline && valOf(outline) !== '9') return true
  const name = pPr && valOf(childOf(pPr, 'pStyle'))
  return name !== undefined && (styles.get(name)?.heading ?? /^heading\s?\d/i.test(name))
}
