import { SaxesParser } from 'saxes'
import { finding } from './findings'
import { Unreadable } from './reading'

/** An element of a document; `local` is its name without a namespace prefix. */
export type Element = {
  name: string
  local: string
  attributes: ReadonlyMap<string, string>
  children: (Element | string)[]
  /** On which it begins, counted from 1. */
  line: number
}

const deepest = 100
const mostNodes = 2_000_000
const noAttributes: ReadonlyMap<string, string> = new Map()

const localOf = (name: string) => name.slice(name.indexOf(':') + 1)
const damaged = (line: number, seen: string) => new Unreadable(finding('FILE_DAMAGED', { line }, { seen }))
const unsafe = (line: number, seen: string) => new Unreadable(finding('FILE_UNSAFE', { line }, { seen }))

/** Entities of HTML that exporters leave in XML although nothing declares them. */
const strayEntities = { nbsp: '\u00A0', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', hellip: '…', mdash: '—' }

/**
 * A whole document as a small tree. DOCTYPEs are refused, so that no entity can be declared; there is no fetching, and
 * nesting and size have limits. Throws Unreadable FILE_DAMAGED with the line where it is not well-formed.
 */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ position: true })
  Object.assign(parser.ENTITIES, strayEntities)
  const top: Element = { name: '', local: '', attributes: noAttributes, children: [], line: 1 }
  const stack = [top]
  let nodes = 0
  const here = () => stack.at(-1) ?? top
  const add = (node: Element | string) => {
    nodes += 1
    if (nodes > mostNodes) throw unsafe(parser.line, `> ${mostNodes}`)
    here().children.push(node)
  }
  const addText = (value: string) => {
    if (value !== '' && stack.length > 1) add(value)
  }
  parser.on('doctype', () => {
    throw unsafe(parser.line, '<!DOCTYPE')
  })
  parser.on('error', (error) => {
    throw damaged(parser.line, error.message.replace(/^[\d:]+\s*/, ''))
  })
  parser.on('opentag', ({ name, attributes }) => {
    const pairs = Object.entries(attributes)
    const known = pairs.length === 0 ? noAttributes : new Map(pairs)
    const element = { name, local: localOf(name), attributes: known, children: [], line: parser.line }
    add(element)
    stack.push(element)
    if (stack.length > deepest) throw unsafe(parser.line, `<${name}>: > ${deepest}`)
  })
  parser.on('closetag', () => void stack.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text.replace(/^\uFEFF/, '')).close()
  const root = top.children.find((child) => typeof child !== 'string')
  if (!root) throw damaged(1, '')
  return root
}

/** The text of an XML file: by its byte order mark, by what it declares, else UTF-8, else GB18030. */
export function xmlText(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1]
  const marked = head.startsWith('ÿþ') ? 'utf-16le' : head.startsWith('þÿ') ? 'utf-16be' : undefined
  for (const encoding of [marked, 'utf-8', declared, 'gb18030']) {
    const decoded = encoding === undefined ? null : decodedAs(bytes, encoding)
    if (decoded !== null) return decoded
  }
  throw damaged(1, declared ?? '')
}

function decodedAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    // RangeError: an encoding nobody knows; TypeError: bytes that it does not have.
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

/** Child elements, of these local names when any are given. */
export function childrenOf(element: Element, ...locals: string[]): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (locals.length === 0 || locals.includes(child.local)),
  )
}

export const childOf = (element: Element | undefined, local: string): Element | undefined =>
  element?.children.find((child): child is Element => typeof child !== 'string' && child.local === local)

/** Elements of these local names at any depth, in the order of the document. */
export function descendantsOf(element: Element, ...locals: string[]): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(locals.includes(child.local) ? [child] : []),
    ...descendantsOf(child, ...locals),
  ])
}

/** All text in an element, as it stands. */
export const textOf = (element: Element | undefined): string =>
  element === undefined
    ? ''
    : element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** Characters that XML cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unholdable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

export const escapeXml = (text: string) =>
  text
    .replace(unholdable, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** The content of an element as markup again, names without prefixes: for markdownOf, and for what is kept as `raw`. */
export const innerXml = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? escapeXml(child) : outerXml(child))).join('')

export function outerXml(element: Element): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')
  const inner = innerXml(element)
  return inner === ''
    ? `<${element.local}${attributes}/>`
    : `<${element.local}${attributes}>${inner}</${element.local}>`
}
