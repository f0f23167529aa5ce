import { finding } from '../findings'
import type { ImportFormat, Media, Reading, ReadOptions } from '../reading'
import { currentQuestions } from './current'
import { withGroups } from './groups'
import { legacyQuestions } from './legacy/questions'
import { attribute } from './names'
import { openPackage, type QtiPackage } from './package'
import { chaptersIn } from './sections'

const formats = { '3.0': 'qti30', '2.2': 'qti22', '2.1': 'qti21', '1.2': 'qti12' } as const

/** A package is called by the newest version in it. */
const formatOf = ({ documents }: QtiPackage): ImportFormat => {
  const [newest = '1.2'] = documents
    .map(({ version }) => version)
    .sort()
    .reverse()
  return formats[newest]
}

/** The program that wrote the file, as it calls itself. */
function dialectOf({ documents, files }: QtiPackage): string | null {
  const tool = documents.map(({ root }) => attribute(root, 'toolName')).find((one) => one !== '')
  const isCanvas = [...files.keys()].some((path) => /(^|\/)(assessment_meta\.xml|non_cc_assessments\/)/.test(path))
  return tool ?? (isCanvas ? 'Canvas' : null)
}

/** QTI 1.2, 2.1, 2.2 and 3.0: a package, or one XML file. Other versions of the standard are told by their elements alone. */
export async function readQti(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const pack = await openPackage(bytes, options.fileName)
  const media = new Map<string, Media>()
  const chapters = chaptersIn(
    pack.documents.filter(({ root }) => root.local === 'assessmentTest' || root.local === 'assessmentSection'),
  )
  const found = [...currentQuestions(pack, media, chapters), ...legacyQuestions(pack, media)]
  const questions = [...withGroups(found, pack.identifier || options.fileName), ...pack.broken]
  const findings = [
    ...(questions.length === 0 ? [finding('NO_QUESTIONS', {})] : []),
    ...(questions.length > options.limit ? [finding('TOO_MANY_QUESTIONS', {}, { limit: options.limit })] : []),
  ]
  return {
    format: formatOf(pack),
    dialect: dialectOf(pack),
    encoding: null,
    questions: questions.slice(0, options.limit),
    findings,
    media,
    tables: [],
  }
}
