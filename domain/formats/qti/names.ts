import type { Element } from '../xml'

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** QTI 3.0 as QTI 2: `qti-choice-interaction` is choiceInteraction, `response-identifier` is responseIdentifier. */
export function withOldNames(element: Element): Element {
  const isNew = element.local.startsWith('qti-')
  return {
    ...element,
    local: isNew ? camel(element.local.slice(4)) : element.local,
    attributes: isNew
      ? new Map([...element.attributes].map(([name, value]) => [camel(name), value]))
      : element.attributes,
    children: element.children.map((child) => (typeof child === 'string' ? child : withOldNames(child))),
  }
}

export const attribute = (element: Element | undefined, name: string): string =>
  element?.attributes.get(name)?.trim() ?? ''

/**
 * Is an identifier the only one of its kind, wherever the file goes? UUIDs, hashes and long numbers are; `item-12` names a
 * question only within its bank.
 */
export const isUnique = (id: string) => /[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-|\d{12,}/i.test(id)

/** A number in an attribute or a text; null when there is none. */
export function numberIn(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text.trim())
  return Number.isFinite(value) ? value : null
}
