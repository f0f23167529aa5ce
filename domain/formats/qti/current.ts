/** Items of QTI 2.1, 2.2 and 3.0, in the order of the package's tests, with what stands beside them. */
import type { Draft } from '../draft'
import type { Media, ReadQuestion } from '../reading'
import { childOf, childrenOf, descendantsOf, type Element } from '../xml'
import { questionsOf } from './items/item'
import { attribute, isUnique } from './names'
import { decoded, metadataOf, type QtiDocument, type QtiPackage, resolved } from './package'
import { htmlIn, Texts } from './texts'

const ofKind = ({ documents }: QtiPackage, ...kinds: string[]) =>
  documents.filter(({ root }) => kinds.includes(root.local))

type Beside = {
  chapters: ReadonlyMap<string, string | null>
  resources: ReadonlyMap<string, Element>
  stimuli: ReadonlyMap<string, QtiDocument>
  media: Map<string, Media>
}

/** Ours is the label of what we wrote. */
function externalId(draft: Draft, item: Element, bank: string): Draft['externalId'] {
  const id = draft.externalId?.id ?? ''
  const label = attribute(item, 'label')
  if (attribute(item, 'toolName') === 'yilian' && label !== '') return { source: 'yilian', id: label }
  if (isUnique(id)) return { source: 'qti', id }
  return bank === '' || id === '' ? null : { source: bank.slice(0, 100), id }
}

/** The shared stimulus that an item of QTI 3 points at. */
function stimulusOf({ root, path }: QtiDocument, pack: QtiPackage, { stimuli, media }: Beside) {
  const ref = childOf(root, 'assessmentStimulusRef')
  const href = resolved(attribute(ref, 'href'), path)
  const document = ref && stimuli.get(href)
  if (!document) return null
  const texts = new Texts(pack.files, media, { path: document.path })
  const text = texts.of(htmlIn(childOf(document.root, 'stimulusBody')))
  const title = attribute(document.root, 'title')
  // A title has to be there, and then often is the file's name.
  const isTitle = title !== attribute(document.root, 'identifier')
  return {
    material: { title: isTitle ? title : '', text },
    id: attribute(document.root, 'identifier') || href,
    findings: texts.findings,
  }
}

function itemQuestions(document: QtiDocument, pack: QtiPackage, beside: Beside): ReadQuestion[] {
  const place = { path: document.path, line: document.root.line }
  const texts = new Texts(pack.files, beside.media, place)
  const stimulus = stimulusOf(document, pack, beside)
  const { topics, difficulty } = metadataOf(beside.resources.get(document.path))
  return questionsOf(document, { texts, place }).map(({ draft, findings }) => ({
    draft: {
      ...draft,
      ...(stimulus && { material: stimulus.material, group: { id: stimulus.id, index: 1, of: 1 } }),
      chapter: beside.chapters.get(document.path) ?? null,
      topics,
      difficulty: difficulty && (difficulties[difficulty] ?? difficulty),
      externalId: externalId(draft, document.root, pack.identifier),
    },
    place,
    findings: [...findings, ...(stimulus?.findings ?? [])],
  }))
}

/** The words of LOM for 1 to 5. */
const difficulties: Record<string, string> = {
  'very easy': '1',
  easy: '2',
  medium: '3',
  difficult: '4',
  'very difficult': '5',
}

export function currentQuestions(
  pack: QtiPackage,
  media: Map<string, Media>,
  chapters: ReadonlyMap<string, string | null>,
) {
  const listed = pack.manifest ? descendantsOf(pack.manifest, 'resource') : []
  const resources = new Map(listed.map((one) => [decoded(attribute(one, 'href')), one]))
  const stimuli = new Map(ofKind(pack, 'assessmentStimulus').map((one) => [one.path, one]))
  const order = new Map([...chapters.keys()].map((path, index) => [path, index]))
  const at = ({ path }: QtiDocument) => order.get(path) ?? order.size
  const items = ofKind(pack, 'assessmentItem').sort((one, other) => at(one) - at(other))
  const beside = { chapters, resources, stimuli, media }
  const inline = ofKind(pack, 'assessmentTest', 'assessmentSection').flatMap((document) =>
    childrenWithin(document.root).map((item) => ({ ...document, root: item })),
  )
  return [...items, ...inline].flatMap((document) => itemQuestions(document, pack, beside))
}

/** Items that stand in a test itself: not allowed, and met. */
const childrenWithin = (root: Element) => childrenOf(root).flatMap((child) => descendantsOf(child, 'assessmentItem'))
