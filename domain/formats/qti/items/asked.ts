import type { Draft } from '../../draft'
import type { Finding, Place } from '../../findings'
import { childrenOf, type Element, outerXml } from '../../xml'
import { attribute } from '../names'
import { mark, type Texts } from '../texts'
import { type Body, isInline } from './body'
import { declarationsIn } from './declarations'
import { answeredBy, identifierOf, promptOf } from './interactions'

const blank = '（　）'

export type Of = { item: Element; texts: Texts; place: Place }

/** The part of a draft that one interaction decides, explanations of its choices included. */
function partsOf(interaction: Element, { item, texts, place }: Of) {
  const declaration = declarationsIn(item)(identifierOf(interaction))
  const { parts, findings } = answeredBy({ interaction, declaration, item, texts, place })
  const ids = childrenOf(interaction, 'simpleChoice', 'inlineChoice').map((one) => attribute(one, 'identifier'))
  return { parts, findings, ids }
}

/** Blanks in one text are one question. A paragraph of nothing but blanks is only the place for the answers. */
export function fillOf({ pieces, interactions }: Body, of: Of): Asked {
  const answered = interactions.map((one) => partsOf(one, of))
  const stem = pieces
    .join(mark)
    .split('\n\n')
    .filter((paragraph) => paragraph.replaceAll(mark, '').trim() !== '')
    .join('\n\n')
    .replaceAll(mark, blank)
  const blanks = answered.map(({ parts }) => parts.blanks?.[0] ?? (parts.numeric ? [String(parts.numeric.value)] : []))
  const isWhole = blanks.every((accepted) => accepted.length > 0)
  return {
    parts: { type: 'fill', stem, blanks: isWhole ? blanks : [] },
    findings: answered.flatMap((one) => one.findings),
    ids: [],
    suffix: '',
  }
}

export const joined = (...texts: string[]) =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')

/** What is asked once: the parts of its draft, the choices' identifiers, and what tells it from its neighbours in the item. */
export type Asked = { parts: Partial<Draft>; findings: Finding[]; ids: string[]; suffix: string }

/** Each interaction by itself, with the text that stands before it. */
export function separate(body: Body, of: Of): { asked: Asked[]; material: string } {
  const { pieces, interactions } = body
  const prompts = interactions.map((one) => promptOf(one, of.texts))
  const isOne = interactions.length === 1
  const hasMaterial = !isOne && prompts.every((prompt) => prompt !== '')
  const asked = interactions.map((interaction, index): Asked => {
    const before = index === 0 && hasMaterial ? '' : (pieces[index] ?? '')
    const after = index === interactions.length - 1 ? (pieces[index + 1] ?? '') : ''
    const { parts, findings, ids } = partsOf(interaction, of)
    const number = parts.type === 'numeric' ? '' : isOne ? blank : `（${index + 1}）`
    const stem = isInline(interaction) ? inlineStem(before, after, number) : joined(before, prompts[index] ?? '', after)
    const raw: Draft['raw'] = isPlain(parts.type) ? {} : { source: outerXml(interaction).slice(0, 10_000) }
    return { parts: { ...parts, stem, raw }, findings, ids, suffix: isOne ? '' : `#${identifierOf(interaction)}` }
  })
  return { asked, material: hasMaterial ? (pieces[0] ?? '').trim() : '' }
}

/** Inside a sentence a box is a blank; after its question it is only the place for the answer. */
const inlineStem = (before: string, after: string, sign: string) =>
  sign === '' && after.trim() === '' ? before.trim() : `${before.trimEnd()}${sign || blank}${after.trimStart()}`.trim()

const isPlain = (type: Draft['type'] | undefined) =>
  type !== 'matching' && type !== 'ordering' && type !== 'unsupported'
