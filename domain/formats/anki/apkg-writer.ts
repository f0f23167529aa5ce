import initSqlJs from 'sql.js'
import type { Finding } from '../findings'
import { htmlOf } from '../html'
import { lossesOf, type Part } from '../losses'
import type { Media } from '../reading'
import type { Bank, Written, WrittenQuestion } from '../writing'
import { writeZip } from '../zip'
import { collectionRow, ids, tables } from './deck-schema'
import { letters, type OwnData, ownFields } from './own-note'

const held: ReadonlySet<Part> = new Set([
  ...([
    'chapter',
    'explanation',
    'optionExplanations',
    'weights',
    'topics',
    'sources',
    'difficulty',
    'points',
  ] as const),
  ...(['year', 'checkedOn', 'material', 'materialTitle', 'markingPoints', 'pictures', 'formulas'] as const),
  'formatting',
])

const extensions: Record<string, string> = {
  ...{ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/bmp': 'bmp' },
}
const fileName = ({ hash, mime }: Media) => `yilian-${hash.slice(0, 32)}.${extensions[mime] ?? 'bin'}`

type Html = (markdown: string) => string

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What the back of the card says is right. */
function keyOf({ content }: WrittenQuestion, html: Html): string {
  if (content.type === 'essay') return html(content.modelAnswer)
  if (content.type === 'numeric') return `${content.key.value} ± ${content.key.tolerance}`
  if (content.type === 'fill') return escaped(content.key.map((accepted) => accepted.join(' / ')).join('；'))
  return content.key.join('')
}

function dataOf({ content, chapter, group }: WrittenQuestion): OwnData {
  const { points, year, difficulty, checkedOn, sources, topics } = content
  return {
    chapter: chapter?.key ?? null,
    group,
    ...{ difficulty, sources, topics },
    ...(points !== undefined && { points }),
    ...(year !== undefined && { year }),
    ...(checkedOn !== undefined && { checkedOn }),
    ...('options' in content && { weights: content.options.map((one) => one.weight ?? null) }),
    ...(content.type === 'fill' && { blanks: content.key }),
    ...(content.type === 'numeric' && { numeric: content.key }),
    ...(content.type === 'essay' && {
      markingPoints: content.markingPoints.map(({ text, points }) => ({ text, points })),
    }),
  }
}

function fieldsOf(question: WrittenQuestion, html: Html): string {
  const { id, content } = question
  const options = 'options' in content ? content.options : []
  const values: Record<string, string> = {
    Stem: html(content.stem),
    Type: content.type,
    Key: keyOf(question, html),
    Explanation: html(content.explanation),
    Material: html(content.material?.text ?? ''),
    'Material title': escaped(content.material?.title ?? ''),
    Data: escaped(JSON.stringify(dataOf(question))),
    Id: id,
  }
  for (const [at, letter] of letters.entries()) {
    values[letter] = html(options[at]?.text ?? '')
    values[`Explanation ${letter}`] = html(options[at]?.explanation ?? '')
  }
  return ownFields.map((name) => values[name] ?? '').join('\u001f')
}

/** Tags have no spaces in Anki. */
const tagsOf = ({ content, chapter }: WrittenQuestion) =>
  [chapter?.title, ...content.topics]
    .flatMap((tag) => (tag ? ` ${tag.trim().replace(/\s+/g, '_')} ` : []))
    .join('')
    .replace(/ {2}/g, ' ')

async function collectionOf(bank: Bank, html: Html): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const database = new Database()
  try {
    database.run(tables)
    database.run(`INSERT INTO col VALUES (${Array(13).fill('?').join()})`, collectionRow(bank.subject.title))
    database.run('BEGIN')
    const note = database.prepare(`INSERT INTO notes VALUES (?,?,?,?,?,?,?,?,?,?,?)`)
    const card = database.prepare(`INSERT INTO cards VALUES (${Array(18).fill('?').join()})`)
    for (const [at, question] of bank.questions.entries()) {
      const id = ids.firstNote + at
      const fields = fieldsOf(question, html)
      const sortField = fields.slice(0, fields.indexOf('\u001f'))
      note.run([id, `yilian:${question.id}`, ids.noteType, 0, -1, tagsOf(question), fields, sortField, 0, 0, ''])
      card.run([id, id, ids.deck, 0, 0, -1, 0, 0, at + 1, 0, 0, 0, 0, 0, 0, 0, 0, ''])
    }
    database.run('COMMIT')
    return database.export()
  } finally {
    database.close()
  }
}

/** An Anki package: one note and one card a question, with everything that the bank knows of it. */
export async function writeApkg(bank: Bank): Promise<Written> {
  const pictures = [...bank.media.values()]
  const html: Html = (markdown) =>
    htmlOf(markdown, (hash) => {
      const picture = bank.media.get(hash)
      return picture ? fileName(picture) : null
    })
  const losses: Finding[] = bank.questions.flatMap((question) => lossesOf(question, held))
  const bytes = await writeZip([
    ['collection.anki2', await collectionOf(bank, html)],
    ['media', JSON.stringify(Object.fromEntries(pictures.map((picture, at) => [String(at), fileName(picture)])))],
    ...pictures.map((picture, at) => [String(at), picture.bytes] as const),
  ])
  return { bytes, mime: 'application/apkg', extension: 'apkg', losses }
}
