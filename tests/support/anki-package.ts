import initSqlJs from 'sql.js'
import { writeZip } from '@/domain/formats/zip'

export type NoteGiven = { type: number; fields: string[]; tags?: string; deck?: number; cards?: number }
export type TypeGiven = { name: string; fields: string[]; cloze?: boolean }
type Given = { types: Record<number, TypeGiven>; decks?: Record<number, string>; notes: NoteGiven[] }

const tables = `CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
  CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer);`

async function database(given: Given, fill: (run: (sql: string, values?: (string | number)[]) => void) => void) {
  const { Database } = await initSqlJs()
  const db = new Database()
  db.run(tables)
  fill((sql, values) => db.run(sql, values))
  let card = 0
  for (const [at, note] of given.notes.entries()) {
    const id = 1000 + at
    db.run('INSERT INTO notes VALUES (?,?,?,?,?)', [
      id,
      `g${at}`,
      note.type,
      note.tags ?? '',
      note.fields.join('\u001f'),
    ])
    for (let ord = 0; ord < (note.cards ?? 1); ord++)
      db.run('INSERT INTO cards VALUES (?,?,?,?)', [++card, id, note.deck ?? 1, ord])
  }
  const bytes = db.export()
  db.close()
  return bytes
}

/** A collection as Anki wrote it up to version 11. */
export const oldCollection = (given: Given) =>
  database(given, (run) => {
    const models = Object.entries(given.types).map(([id, { name, fields, cloze }]) => [
      id,
      { name, type: cloze ? 1 : 0, flds: fields.map((field) => ({ name: field })) },
    ])
    const decks = Object.entries(given.decks ?? { 1: 'Default' }).map(([id, name]) => [id, { name }])
    run('CREATE TABLE col (models text, decks text)')
    run(
      'INSERT INTO col VALUES (?,?)',
      [models, decks].map((one) => JSON.stringify(Object.fromEntries(one))),
    )
  })

/** A collection as Anki writes it now: note types and decks in tables, with a collation of its own. */
export const newCollection = (given: Given) =>
  database(given, (run) => {
    run('CREATE TABLE col (models text, decks text)')
    run("INSERT INTO col VALUES ('', '')")
    run('CREATE TABLE notetypes (id integer primary key, name text NOT NULL, config blob)')
    run('CREATE TABLE fields (ntid integer, ord integer, name text NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID')
    run('CREATE TABLE decks (id integer primary key, name text NOT NULL)')
    for (const [id, { name, fields }] of Object.entries(given.types)) {
      run('INSERT INTO notetypes VALUES (?,?,NULL)', [Number(id), name])
      for (const [ord, field] of fields.entries()) run('INSERT INTO fields VALUES (?,?,?)', [Number(id), ord, field])
    }
    for (const [id, name] of Object.entries(given.decks ?? { 1: 'Default' }))
      run('INSERT INTO decks VALUES (?,?)', [Number(id), name.split('::').join('\u001f')])
    run('CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid)')
    run('CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name)')
    // A collation that only Anki knows, as its own files name it.
    run('PRAGMA writable_schema = ON')
    run("UPDATE sqlite_master SET sql = replace(sql, 'name text NOT NULL', 'name text NOT NULL COLLATE unicase')")
  })

/** A Zstandard file that packs nothing: one frame of raw blocks. */
export function zstd(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts: number[] = [0x28, 0xb5, 0x2f, 0xfd, 0b1010_0000]
  for (let shift = 0; shift < 32; shift += 8) parts.push((bytes.length >>> shift) & 255)
  const out: Uint8Array[] = [Uint8Array.from(parts)]
  const most = 65_536
  for (let at = 0; at === 0 || at < bytes.length; at += most) {
    const block = bytes.subarray(at, at + most)
    const header = (block.length << 3) | (at + most >= bytes.length ? 1 : 0)
    out.push(Uint8Array.from([header & 255, (header >>> 8) & 255, (header >>> 16) & 255]), block)
  }
  return Uint8Array.from(out.flatMap((part) => [...part]))
}

export const packed = (entries: Parameters<typeof writeZip>[0]) => writeZip(entries)
