import { type Finding, finding } from '../findings'
import { htmlOf } from '../html'
import { picturesIn } from '../media'
import type { Bank, Written, WrittenQuestion } from '../writing'
import { writeZip } from '../zip'
import { itemXml, schemaOf } from './writing/item'
import { manifestXml, type Resource } from './writing/manifest'
import { declaration, identifiers, type QtiVersion, tagOf } from './writing/markup'

/** What a package has no place for. */
function lossesOf({ id, content }: WrittenQuestion, bank: Bank): Finding[] {
  const missing = picturesIn(JSON.stringify(content)).some((hash) => !bank.media.has(hash))
  const lost = [
    content.sources.length > 0 && 'sources',
    content.year !== undefined && 'year',
    content.checkedOn !== undefined && 'checkedOn',
    missing && 'pictures',
  ]
  return lost.flatMap((what) => (what ? [finding('NOT_HELD', { path: id }, { what })] : []))
}

type Section = { title: string; items: Resource[] }

/** Questions of one chapter that stand together are a section; the order of the bank stays. */
function sectionsOf(questions: readonly WrittenQuestion[], items: readonly Resource[]): Section[] {
  const sections: Section[] = []
  for (const [index, item] of items.entries()) {
    const title = questions[index]?.chapter?.title ?? ''
    const last = sections.at(-1)
    if (last?.title === title) last.items.push(item)
    else sections.push({ title, items: [item] })
  }
  return sections
}

function testXml(bank: Bank, version: QtiVersion, items: readonly Resource[]): string {
  const tag = tagOf(version)
  const sections = sectionsOf(bank.questions, items).map(({ title, items: refs }, index) => {
    const list = refs.map(({ identifier, href }) => tag('assessmentItemRef', { identifier, href }))
    return tag('assessmentSection', { identifier: `section-${index + 1}`, title, visible: 'true' }, ...list)
  })
  const part = { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'simultaneous' }
  const head = { ...schemaOf(version), identifier: 'test', title: bank.subject.title, toolName: 'yilian' }
  return `${declaration}${tag('assessmentTest', head, tag('testPart', part, ...sections))}\n`
}

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
}

/** Shared material of QTI 3: a document for each group. */
function stimulusXml(
  identifier: string,
  material: NonNullable<WrittenQuestion['content']['material']>,
  picture: (hash: string) => string | null,
) {
  const tag = tagOf('3.0')
  const head = { ...schemaOf('3.0'), identifier, title: material.title || identifier }
  return `${declaration}${tag('assessmentStimulus', head, tag('stimulusBody', {}, htmlOf(material.text, picture)))}\n`
}

async function writeQti(bank: Bank, version: QtiVersion): Promise<Written> {
  const files = new Map<string, string | Uint8Array>()
  const media = new Map<string, Resource>()
  for (const { hash, mime, bytes } of bank.media.values()) {
    const href = `media/${hash}.${extensions[mime] ?? 'bin'}`
    media.set(hash, { identifier: `media-${hash}`, href, kind: 'media', needs: [] })
    files.set(href, bytes)
  }
  const picture = (hash: string) => (media.has(hash) ? `../${media.get(hash)?.href}` : null)
  const [itemId, materialId] = [identifiers('item'), identifiers('material')]
  const stimuli = new Map<string, Resource>()
  const items = bank.questions.map((question): Resource => {
    const identifier = itemId(question.id)
    const { material } = question.content
    const shared = material && { identifier: materialId(material.id), href: `stimuli/${materialId(material.id)}.xml` }
    const isApart = shared !== undefined && version === '3.0'
    const href = `items/${identifier}.xml`
    files.set(href, itemXml(question, { version, picture }, { identifier, material: shared ?? null }))
    if (isApart && material) {
      stimuli.set(shared.identifier, { ...shared, kind: 'stimulus', needs: needed(JSON.stringify(material), media) })
      files.set(shared.href, stimulusXml(shared.identifier, material, picture))
    }
    const needs = [...(isApart ? [shared.identifier] : []), ...needed(JSON.stringify(question.content), media)]
    return { identifier, href, kind: 'item', needs, question }
  })
  const test: Resource = {
    identifier: 'test',
    href: 'test.xml',
    kind: 'test',
    needs: items.map((one) => one.identifier),
  }
  const resources = [test, ...items, ...stimuli.values(), ...media.values()]
  files.set('test.xml', testXml(bank, version, items))
  const manifest = manifestXml(`yilian-${bank.subject.slug}`, version, resources)
  return {
    bytes: await writeZip([['imsmanifest.xml', manifest], ...files]),
    mime: 'application/zip',
    extension: 'zip',
    losses: bank.questions.flatMap((question) => lossesOf(question, bank)),
  }
}

const needed = (text: string, media: ReadonlyMap<string, Resource>) =>
  [...new Set(picturesIn(text))].flatMap((hash) => media.get(hash)?.identifier ?? [])

/** A package of QTI 2.1: a test with a section for each chapter, an item for each question, pictures. */
export const writeQti21 = (bank: Bank, _locale: 'zh-CN' | 'en'): Promise<Written> => writeQti(bank, '2.1')

/** The same in QTI 3.0, with shared material as stimuli. */
export const writeQti30 = (bank: Bank, _locale: 'zh-CN' | 'en'): Promise<Written> => writeQti(bank, '3.0')
