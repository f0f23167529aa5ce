import { escapeXml } from '../../xml'

export type QtiVersion = '2.1' | '3.0'
type Attributes = Record<string, string | number | null>

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** An element of the standard, by its name in QTI 2; 3.0 spells names with hyphens. What has no value is left out. */
export type Tag = (name: string, attributes: Attributes, ...children: string[]) => string

export function tagOf(version: QtiVersion): Tag {
  const isNew = version === '3.0'
  return (name, attributes, ...children) => {
    const tag = isNew ? `qti-${kebab(name)}` : name
    const list = Object.entries(attributes).flatMap(([key, value]) =>
      value === null ? [] : [` ${isNew && !key.includes(':') ? kebab(key) : key}="${escapeXml(String(value))}"`],
    )
    const inner = children.join('')
    return inner === '' ? `<${tag}${list.join('')}/>` : `<${tag}${list.join('')}>${inner}</${tag}>`
  }
}

/** An identifier as XML wants it, told apart from all others that were made. */
export function identifiers(prefix: string): (id: string) => string {
  const made = new Map<string, string>()
  const taken = new Set<string>()
  return (id) => {
    const known = made.get(id)
    if (known !== undefined) return known
    const plain = `${prefix}-${id.replace(/[^\w.-]/g, '_').slice(0, 100)}`
    let one = plain
    for (let more = 2; taken.has(one); more++) one = `${plain}.${more}`
    taken.add(one)
    made.set(id, one)
    return one
  }
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
