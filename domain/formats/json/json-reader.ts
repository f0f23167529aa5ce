import { repairRadicals } from '@/domain/imports/recognition/radicals'
import { type Draft, emptyDraft } from '../draft'
import { type Finding, finding } from '../findings'
import { picturesIn } from '../media'
import { type Media, type Reading, type ReadOptions, type ReadQuestion, Unreadable } from '../reading'
import { decodeText } from '../sheets/encoding'
import { foreignQuestions } from './foreign/questions'
import { ownFormat, ownVersion } from './json-writer'
import { entriesOf, ownMedia, ownQuestions, textAt } from './own'
import { type JsonFault, type JsonNode, JsonParser } from './parse'

const faulty = ({ line, seen, source }: JsonFault): ReadQuestion => ({
  draft: { ...emptyDraft, type: 'unsupported', raw: { source } },
  place: { line },
  findings: [finding('SYNTAX', { line }, { seen })],
})

const textsOf = ({ stem, options, explanation, modelAnswer, material }: Draft) => [
  stem,
  explanation,
  modelAnswer,
  material?.text ?? '',
  ...options.flatMap((option) => [option.text, option.explanation]),
]

/** Pictures that a text shows and the file does not bring. */
function withoutPictures(question: ReadQuestion, media: ReadonlyMap<string, Media>): ReadQuestion {
  const missing = textsOf(question.draft)
    .flatMap(picturesIn)
    .filter((hash) => !media.has(hash))
  const findings = [...new Set(missing)].map((seen) => finding('MEDIA_MISSING', question.place, { seen }))
  return findings.length === 0 ? question : { ...question, findings: [...question.findings, ...findings] }
}

type Found = Pick<Reading, 'questions' | 'findings' | 'media' | 'dialect'>

function own(root: JsonNode, limit: number): Found {
  const entries = entriesOf(root)
  const version = entries.get('version')?.value
  if (typeof version !== 'number' || version > ownVersion)
    throw new Unreadable(finding('FORMAT_UNKNOWN', { line: root.line }, { seen: `${ownFormat} ${String(version)}` }))
  const media = ownMedia(entries)
  const questions = ownQuestions(entries, limit).map((question) => withoutPictures(question, media))
  return { questions, findings: [], media, dialect: ownFormat }
}

/**
 * Our own format, and the shapes that are met elsewhere. Where the syntax is broken, what is whole around it still counts,
 * and the broken part is a question that waits, with its line.
 */
export async function readJson(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { text: decoded, encoding, guessed } = decodeText(bytes, options.mapping?.encoding)
  const text = repairRadicals(decoded)
  const parser = new JsonParser(text)
  const roots = parser.roots()
  const [root] = roots
  const found: Found =
    root && textAt(entriesOf(root), 'format') === ownFormat
      ? own(root, options.limit)
      : {
          ...foreignQuestions(roots, { ...options, text, isMended: parser.faults.length > 0 }),
          media: new Map(),
          dialect: null,
        }
  const questions = [...found.questions, ...parser.faults.map(faulty)]
  return {
    ...found,
    format: 'json',
    encoding,
    tables: [],
    questions: questions.slice(0, options.limit),
    findings: [
      ...(guessed ? [finding('ENCODING_GUESSED', {}, { seen: encoding })] : []),
      ...found.findings,
      ...countFindings(questions.length, options.limit),
    ],
  }
}

const countFindings = (count: number, limit: number): Finding[] => {
  if (count === 0) return [finding('NO_QUESTIONS', {})]
  return count > limit ? [finding('TOO_MANY_QUESTIONS', {}, { limit })] : []
}
