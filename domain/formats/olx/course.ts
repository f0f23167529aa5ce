/** Problems in the order of the course: containers name what they hold, by element or by `url_name` of a file of its own. */

import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { emptyDraft } from '../draft'
import { finding } from '../findings'
import { type ReadQuestion, Unreadable } from '../reading'
import { childrenOf, type Element, readXml, xmlText } from '../xml'
import { readZip } from '../zip'
import { readTarGz } from './tar'

export type OlxProblem = { root: Element; path: string; id: string; chapter: string | null }
export type OlxCourse = { problems: OlxProblem[]; files: ReadonlyMap<string, Uint8Array>; broken: ReadQuestion[] }

const containers =
  /^(course|chapter|sequential|vertical|library|split_test|conditional|randomize|library_content|wiki|problemset)$/
const titled = /^(chapter|sequential)$/
const deepest = 20

const titleOf = (element: Element) => element.attributes.get('display_name')?.trim() ?? ''
const idOf = (element: Element) => element.attributes.get('url_name')?.trim() ?? ''

class Course {
  readonly problems: OlxProblem[] = []
  readonly broken: ReadQuestion[] = []
  private readonly seen = new Set<string>()

  constructor(
    private readonly files: ReadonlyMap<string, Uint8Array>,
    private readonly base: string,
  ) {}

  /** An element in its own file; the file's own path tells where a question stands. */
  open(path: string): Element | null {
    const bytes = this.files.get(path)
    if (!bytes || this.seen.has(path)) return null
    this.seen.add(path)
    try {
      return readXml(repairRadicals(xmlText(bytes)))
    } catch (error) {
      if (!(error instanceof Unreadable) || error.finding.code !== 'FILE_DAMAGED') throw error
      const place = { path, ...error.finding.place }
      const findings = [finding('SYNTAX', place, error.finding.params)]
      this.broken.push({ draft: { ...emptyDraft, type: 'unsupported' }, place, findings })
      return null
    }
  }

  walk(element: Element, { path, titles }: { path: string; titles: readonly string[] }, depth = 0): void {
    if (depth > deepest) return
    const isReference = childrenOf(element).length === 0 && idOf(element) !== ''
    const own = `${this.base}${element.local}/${idOf(element)}.xml`
    const opened = isReference && own !== path ? this.open(own) : null
    if (opened) this.walk(opened, { path: own, titles }, depth + 1)
    else if (element.local === 'problem') {
      const id = idOf(element) || (/problem\/([^/]+)\.xml$/.exec(path)?.[1] ?? '')
      if (childrenOf(element).length > 0 || element.children.length > 0)
        this.problems.push({ root: element, path, id, chapter: titles.join('/') || null })
    } else if (containers.test(element.local)) {
      const title = titled.test(element.local) ? titleOf(element) : ''
      const inner = title === '' ? titles : [...titles, title]
      for (const child of childrenOf(element)) this.walk(child, { path, titles: inner }, depth + 1)
    }
  }
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A problem or container in one file, or an exported course or library. */
export async function openCourse(bytes: Uint8Array, fileName: string): Promise<OlxCourse> {
  if (!isGzip(bytes) && !isZip(bytes)) {
    const course = new Course(new Map(), '')
    course.walk(readXml(repairRadicals(xmlText(bytes))), { path: fileName, titles: [] })
    return { problems: course.problems, files: new Map(), broken: [] }
  }
  const files = isZip(bytes) ? await readZip(bytes, { entries: 25_000 }) : await readTarGz(bytes)
  const paths = [...files.keys()].sort()
  const start = paths.find((path) => /(^|\/)(course|library)\.xml$/.test(path))
  const base = (start ?? paths.find((path) => /(^|\/)problem\//.test(path)) ?? '').replace(
    /(course\.xml|library\.xml|problem\/.*)$/,
    '',
  )
  const course = new Course(files, base)
  // What the course does not name is read too, behind what it does.
  const loose = paths.filter((path) => /(^|\/)problem\/[^/]+\.xml$/.test(path))
  for (const path of start === undefined ? loose : [start, ...loose]) {
    const root = course.open(path)
    if (root) course.walk(root, { path, titles: [] })
  }
  return { problems: course.problems, files, broken: course.broken }
}
