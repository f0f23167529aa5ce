import { type Draft, emptyDraft } from '../draft'
import { type Finding, finding, type Place } from '../findings'
import type { Reading, ReadOptions, ReadQuestion } from '../reading'
import { eachNote, type Note } from './collection'
import { clozeDraft, hasCloze } from './notes/cloze'
import { allInOneDraft, isAllInOne } from './notes/multiple-choice'
import { namedDraft } from './notes/named'
import { ownDraft } from './notes/own'
import { NoteTexts } from './notes/texts'
import { ownNoteType } from './own-note'
import { openPackage, type PackedMedia } from './package'

const nameOf = (note: Note, at: number) => note.type.fields[at] || `${at + 1}`
const fieldMap = (note: Note) => new Map(note.fields.map((value, at) => [nameOf(note, at), value]))
const mostRaw = 2000

/** A deck within a deck is named for a chapter, as often as not; the outermost is the collection's own name. */
const deckChapter = ({ deck }: Note) => (deck?.includes('::') ? (deck.split('::').at(-1) ?? null) : null)

const unsupported = (note: Note): Draft => ({
  ...emptyDraft,
  type: 'unsupported',
  raw: Object.fromEntries([...fieldMap(note)].map(([name, value]) => [name, value.slice(0, mostRaw)])),
})

function foreignDraft(note: Note, texts: NoteTexts, place: Place): Draft {
  const fields = fieldMap(note)
  const draft = isAllInOne(fields)
    ? allInOneDraft(fields, texts, place)
    : note.type.isCloze || hasCloze(note.fields)
      ? clozeDraft(note.fields, texts)
      : namedDraft(fields, texts, place)
  if (draft === null) texts.findings.push(finding('UNSUPPORTED_TYPE', place, { seen: note.type.name || '?' }))
  const topics = note.tags
    .filter((tag) => tag !== 'leech' && tag !== 'marked')
    .map((tag) => tag.replace(/_/g, ' ').slice(0, 60))
  const known = draft ?? unsupported(note)
  return {
    ...known,
    topics,
    chapter: known.chapter ?? deckChapter(note),
    externalId: { source: 'anki', id: note.guid },
  }
}

/** Anki may add to the name of a note type when another of the name is there. */
const isOurs = ({ type }: Note) => type.name.startsWith(ownNoteType) && type.fields.includes('Data')

function questionOf(note: Note, media: PackedMedia): ReadQuestion {
  const place: Place = { path: `note ${note.id}` }
  const texts = new NoteTexts(media, place)
  const draft = isOurs(note) ? ownDraft(fieldMap(note), texts) : foreignDraft(note, texts, place)
  return { draft, place, findings: texts.findings }
}

/** An Anki package of any age: each note is a question, whatever cards it makes. @throws Unreadable */
export async function readApkg(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { database, media } = await openPackage(bytes)
  const questions: ReadQuestion[] = []
  const findings: Finding[] = []
  let isOwn = false
  await eachNote(database, (note) => {
    if (questions.length >= options.limit) {
      findings.push(finding('TOO_MANY_QUESTIONS', {}, { limit: options.limit }))
      return false
    }
    isOwn ||= isOurs(note)
    questions.push(questionOf(note, media))
    return true
  })
  if (questions.length === 0) findings.push(finding('NO_QUESTIONS', {}))
  const dialect = isOwn ? ownNoteType : 'Anki'
  return { format: 'apkg', dialect, encoding: null, questions, findings, media: media.found, tables: [] }
}
