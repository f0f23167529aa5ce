import initSqlJs, { type Database } from 'sql.js'
import { finding } from '../findings'
import { Unreadable } from '../reading'

type NoteType = { name: string; fields: string[]; isCloze: boolean }
export type Note = { id: number; guid: string; type: NoteType; tags: string[]; deck: string | null; fields: string[] }

const mostFields = 1000
const unknownType: NoteType = { name: '', fields: [], isCloze: false }

/** Newer tables name a collation that only Anki has: without it SQLite refuses to read them at all. */
const forgetCollation = (database: Database) =>
  database.run(`PRAGMA writable_schema = ON;
    UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', '') WHERE sql LIKE '%COLLATE unicase%';
    PRAGMA writable_schema = RESET`)

/** A view could run for ever, a generated column make up gigabytes: only plain tables are read. */
function checkTables(database: Database) {
  const [tables] = database.exec(
    "SELECT name, type, sql FROM sqlite_master WHERE name IN ('notes','cards','col','decks','notetypes','fields')",
  )
  const rows = tables?.values ?? []
  for (const [name, type, sql] of rows) {
    const text = String(sql)
    if (type !== 'table' || !/^create table/i.test(text) || /\bgenerated\b|\bas\s*\(/i.test(text))
      throw new Unreadable(finding('FILE_UNSAFE', { path: String(name) }, { seen: text }))
  }
  if (!rows.some(([name]) => name === 'notes'))
    throw new Unreadable(finding('FILE_DAMAGED', { path: 'collection' }, { seen: 'notes' }))
  return new Set(rows.map(([name]) => String(name)))
}

function* rowsOf(database: Database, query: string): Generator<(string | number | Uint8Array | null)[]> {
  const statement = database.prepare(query)
  try {
    while (statement.step()) yield statement.get()
  } finally {
    statement.free()
  }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function parsed(json: unknown): Record<string, unknown> {
  try {
    return record(JSON.parse(String(json)))
  } catch {
    // Without its models a note is read by the order of its fields alone.
    return {}
  }
}

/** Note types and decks as versions up to 11 keep them: JSON in the one row of `col`. */
function fromRow(database: Database) {
  const [row] = [...rowsOf(database, 'SELECT models, decks FROM col LIMIT 1')]
  const [models, decks] = [parsed(row?.[0]), parsed(row?.[1])]
  const types = Object.entries(models).map(([id, model]): [string, NoteType] => {
    const { name, flds, type } = record(model)
    const fields = (Array.isArray(flds) ? flds : []).map((field) => String(record(field).name ?? ''))
    return [id, { name: String(name ?? ''), fields, isCloze: type === 1 }]
  })
  const names = Object.entries(decks).map(([id, deck]): [string, string] => [id, String(record(deck).name ?? '')])
  return { types: new Map(types), decks: new Map(names) }
}

/**
 * The same as newer versions keep it: in tables, the parts of a deck's name separated by U+001F.
 */
function fromTables(database: Database) {
  const fields = new Map<string, string[]>()
  for (const [id, ord, name] of rowsOf(database, 'SELECT ntid, ord, name FROM fields')) {
    const list = fields.get(String(id)) ?? []
    list[Math.min(Number(ord), mostFields)] = String(name)
    fields.set(String(id), list)
  }
  const types = new Map<string, NoteType>()
  for (const [id, name] of rowsOf(database, 'SELECT id, name FROM notetypes')) {
    const own = fields.get(String(id)) ?? []
    const isCloze = /cloze|填空/i.test(String(name)) && own.length <= 3
    types.set(String(id), { name: String(name), fields: own, isCloze })
  }
  const decks = new Map<string, string>()
  for (const [id, name] of rowsOf(database, 'SELECT id, name FROM decks'))
    decks.set(String(id), String(name).split('\u001f').join('::'))
  return { types, decks }
}

const text = (value: unknown) => (typeof value === 'string' ? value : value === null ? '' : String(value))

function* notesOf(database: Database): Generator<Note> {
  forgetCollation(database)
  const tables = checkTables(database)
  const { types, decks } = tables.has('notetypes') && tables.has('fields') ? fromTables(database) : fromRow(database)
  const deckOf = new Map<string, string>()
  if (tables.has('cards'))
    for (const [note, deck] of rowsOf(database, 'SELECT nid, min(did) FROM cards GROUP BY nid'))
      deckOf.set(String(note), decks.get(String(deck)) ?? '')
  for (const [id, guid, mid, tags, fields] of rowsOf(
    database,
    'SELECT id, guid, mid, tags, flds FROM notes ORDER BY id',
  )) {
    yield {
      id: Number(id),
      guid: text(guid),
      type: types.get(String(mid)) ?? unknownType,
      tags: text(tags).split(' ').filter(Boolean),
      deck: deckOf.get(String(id)) || null,
      fields: text(fields).split('\u001f'),
    }
  }
}

/** Hands each note of a collection on, until `take` says that it is enough. @throws Unreadable */
export async function eachNote(bytes: Uint8Array, take: (note: Note) => boolean): Promise<void> {
  const { Database } = await initSqlJs()
  const database = new Database(bytes)
  try {
    for (const note of notesOf(database)) if (!take(note)) return
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const seen = error instanceof Error ? error.message : String(error)
    throw new Unreadable(finding('FILE_DAMAGED', { path: 'collection' }, { seen }), { cause: error })
  } finally {
    database.close()
  }
}
