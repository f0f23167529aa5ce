import { finding } from '../findings'
import { type ImportFormat, Unreadable } from '../reading'

const roots: Record<string, ImportFormat> = {
  quiz: 'moodle-xml',
  questestinterop: 'qti12',
  objectbank: 'qti12',
  assessmentItem: 'qti21',
  assessmentTest: 'qti21',
  assessmentSection: 'qti21',
  assessmentStimulus: 'qti21',
  'qti-assessment-item': 'qti30',
  'qti-assessment-test': 'qti30',
  'qti-assessment-section': 'qti30',
  problem: 'olx',
  library: 'olx',
  course: 'olx',
  chapter: 'olx',
  sequential: 'olx',
  vertical: 'olx',
  // Tables that call themselves .xls: SpreadsheetML of 2003, and HTML.
  Workbook: 'xls',
  html: 'xls',
  table: 'xls',
  HTML: 'xls',
  TABLE: 'xls',
}

/** The name of the first element, after the declaration, comments and a DOCTYPE; its whole start tag too. */
function rootOf(text: string): { name: string; tag: string } | null {
  let at = 0
  while (at < text.length) {
    at = text.indexOf('<', at)
    if (at < 0) return null
    const rest = text.slice(at, at + 9)
    const closes = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : rest.startsWith('<!') ? '>' : null
    if (closes === null) break
    const end = text.indexOf(closes, at)
    if (end < 0) return null
    at = end + closes.length
  }
  const tag = text.slice(at, text.indexOf('>', at) + 1 || at + 2000)
  const name = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1]
  return name === undefined ? null : { name, tag }
}

/** XML and HTML by the root element. */
export function markupFormat(text: string): ImportFormat {
  const root = rootOf(text)
  const format = root && Object.hasOwn(roots, root.name) ? roots[root.name] : undefined
  if (root === null || format === undefined)
    throw new Unreadable(finding('FORMAT_UNKNOWN', {}, { seen: root ? `<${root.name}>` : text.slice(0, 40) }))
  // Word saves pages of HTML as .doc, Excel as .xls.
  if (format === 'xls' && /office:word/.test(root.tag))
    throw new Unreadable(finding('FORMAT_OLD_WORD', {}, { seen: 'HTML' }))
  return format === 'qti21' && /imsqti_v2p2/.test(root.tag) ? 'qti22' : format
}
