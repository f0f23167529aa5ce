/**
 * The documents of a package, or the one that stands alone. A package is a zip with imsmanifest.xml; many exports leave the
 * manifest out, or list less than they bring, so every XML file is looked at and the manifest only gives order and metadata.
 */

import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { emptyDraft } from '../draft'
import { finding } from '../findings'
import { type ReadQuestion, Unreadable } from '../reading'
import { childOf, descendantsOf, type Element, readXml, textOf, xmlText } from '../xml'
import { readZip } from '../zip'
import { attribute, withOldNames } from './names'

/** `root` in the names of QTI 2, whatever the version is. */
export type QtiDocument = { path: string; root: Element; version: '1.2' | '2.1' | '2.2' | '3.0' }

export type QtiPackage = {
  documents: QtiDocument[]
  files: ReadonlyMap<string, Uint8Array>
  manifest: Element | null
  /** Of the manifest, or empty: names the bank that its identifiers belong to. */
  identifier: string
  /** Documents that are not well-formed, each as a question that waits. */
  broken: ReadQuestion[]
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
/** A package has a file for each question; what they unpack to is limited all the same. */
const mostEntries = 25_000
/** Some exporters add metadata to thousands of items, one file each. */
const known = /^(assessmentItem|assessmentTest|assessmentSection|assessmentStimulus|questestinterop|objectbank)$/

function documentOf(path: string, bytes: Uint8Array): QtiDocument {
  const root = readXml(repairRadicals(xmlText(bytes)))
  const version = versionOf(root)
  return { path, version, root: version === '3.0' ? withOldNames(root) : root }
}

function versionOf({ local, attributes }: Element): QtiDocument['version'] {
  if (local.startsWith('qti-')) return '3.0'
  if (!local.startsWith('assessment')) return '1.2'
  return [...attributes.values()].some((value) => value.includes('imsqti_v2p2')) ? '2.2' : '2.1'
}

/** The order of the manifest first, then whatever it does not list. */
function inOrder(paths: readonly string[], manifest: Element | null): string[] {
  const listed = manifest === null ? [] : descendantsOf(manifest, 'resource').map((one) => attribute(one, 'href'))
  const place = new Map(listed.map((href, index) => [decoded(href), index]))
  const of = (path: string) => place.get(path) ?? listed.length
  return [...paths].sort((one, other) => of(one) - of(other))
}

export function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return href
  }
}

function brokenItem(path: string, error: unknown): ReadQuestion {
  // What is unsafe anywhere is refused as a whole.
  if (!(error instanceof Unreadable) || error.finding.code !== 'FILE_DAMAGED') throw error
  const place = { path, ...error.finding.place }
  return {
    draft: { ...emptyDraft, type: 'unsupported' },
    place,
    findings: [finding('SYNTAX', place, error.finding.params)],
  }
}

/** Canvas brings each quiz twice: once cut down for other systems, once whole beside it. */
function withoutTwins(paths: string[]): string[] {
  const whole = new Set(paths.flatMap((path) => /^non_cc_assessments\/(.+)\.xml\.qti$/.exec(path)?.[1] ?? []))
  return paths.filter((path) => !whole.has(/^([^/]+)\/assessment_qti\.xml$/.exec(path)?.[1] ?? ''))
}

export async function openPackage(bytes: Uint8Array, fileName: string): Promise<QtiPackage> {
  if (!isZip(bytes)) {
    const documents = [documentOf(fileName, bytes)]
    return { documents, files: new Map(), manifest: null, identifier: '', broken: [] }
  }
  const files = await readZip(bytes, { entries: mostEntries })
  const manifestPath = [...files.keys()].find((path) => /(^|\/)imsmanifest\.xml$/i.test(path))
  const manifestFile = manifestPath === undefined ? undefined : files.get(manifestPath)
  const manifest = manifestFile ? readXml(xmlText(manifestFile)) : null
  const paths = withoutTwins([...files.keys()].filter((path) => path !== manifestPath && /\.(xml|qti)$/i.test(path)))
  const documents: QtiDocument[] = []
  const broken: ReadQuestion[] = []
  for (const path of inOrder(paths, manifest))
    try {
      const document = documentOf(path, files.get(path) ?? new Uint8Array())
      if (known.test(document.root.local)) documents.push(document)
    } catch (error) {
      broken.push(brokenItem(path, error))
    }
  return { documents, files, manifest, identifier: attribute(manifest ?? undefined, 'identifier'), broken }
}

/** A path as a document names it, from where that document stands: `../media/a.png` in `items/1.xml` is media/a.png. */
export function resolved(href: string, from: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of decoded(href.replace(/[?#].*$/, '')).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** What a manifest says of an item: its words and how hard it is. */
export function metadataOf(resource: Element | undefined): { topics: string[]; difficulty: string | null } {
  const lom = resource && descendantsOf(resource, 'lom')[0]
  if (!lom) return { topics: [], difficulty: null }
  const texts = (element: Element) => descendantsOf(element, 'string', 'langstring').map((one) => textOf(one).trim())
  const difficulty = descendantsOf(lom, 'difficulty')[0]
  return {
    topics: descendantsOf(lom, 'keyword')
      .flatMap(texts)
      .filter((one) => one !== ''),
    difficulty: difficulty ? textOf(childOf(difficulty, 'value')).trim() || null : null,
  }
}
