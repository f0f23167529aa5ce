import type { Draft } from '../../draft'
import type { Media, ReadQuestion } from '../../reading'
import { childrenOf, type Element } from '../../xml'
import { attribute, isUnique } from '../names'
import type { QtiDocument, QtiPackage } from '../package'
import { Texts } from '../texts'
import { legacyItem, stimulusIdent, stimulusOf } from './item'

/** Titles that only say that there is a section. */
const nameless = /^(root_?section|section\s*\d*|main|default)?$/i

type Found = { item: Element; chapter: string | null }

/** Items in the order of the file, with the titles of the sections around them. */
function itemsIn(element: Element, chapter: string | null): Found[] {
  return childrenOf(element).flatMap((child) => {
    if (child.local === 'item') return [{ item: child, chapter }]
    if (!/^(assessment|section|objectbank)$/.test(child.local)) return []
    const title = attribute(child, 'title')
    const isChapter = child.local === 'section' && !nameless.test(title)
    return itemsIn(child, isChapter ? [chapter, title].filter(Boolean).join('/') : chapter)
  })
}

/** Identifiers of Canvas and its kin are unique; `item1` is one only within its package. */
function externalId(id: string, bank: string): Draft['externalId'] {
  if (isUnique(id)) return { source: 'qti', id }
  return bank === '' || id === '' ? null : { source: bank.slice(0, 100), id }
}

type Reader = { path: string; pack: QtiPackage; media: Map<string, Media> }

/** What an item asks, with the text of the item beside it that it asks about. */
function questionsOf({ item, chapter }: Found, stimulus: Element | undefined, reader: Reader): ReadQuestion[] {
  const { path, pack, media } = reader
  const place = { path, line: item.line }
  const texts = new Texts(pack.files, media, place)
  const material = stimulus && stimulusOf(stimulus, texts)
  return legacyItem(item, { texts, place }).map((question) => {
    const id = question.draft.externalId?.id ?? ''
    const group = material && { material, group: { id: attribute(stimulus, 'ident'), index: 1, of: 1 } }
    return { ...question, draft: { ...question.draft, ...group, chapter, externalId: externalId(id, pack.identifier) } }
  })
}

function questionsIn({ path, root }: QtiDocument, pack: QtiPackage, media: Map<string, Media>): ReadQuestion[] {
  const found = itemsIn(root.local === 'questestinterop' ? root : { ...root, children: [root] }, null)
  const byIdent: ReadonlyMap<string, Element> = new Map(found.map(({ item }) => [attribute(item, 'ident'), item]))
  const wanted = new Set(found.map(({ item }) => stimulusIdent(item)))
  return found
    .filter(({ item }) => !wanted.has(attribute(item, 'ident')))
    .flatMap((one) => questionsOf(one, byIdent.get(stimulusIdent(one.item)), { path, pack, media }))
}

/** Questions of all documents of QTI 1.2 in a package. */
export const legacyQuestions = (pack: QtiPackage, media: Map<string, Media>): ReadQuestion[] =>
  pack.documents
    .filter(({ root }) => /^(questestinterop|objectbank)$/.test(root.local))
    .flatMap((document) => questionsIn(document, pack, media))
