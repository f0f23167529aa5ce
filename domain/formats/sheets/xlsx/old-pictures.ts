import { CFB } from '@e965/xlsx'
import { pictureOf } from '../../media'
import type { Media } from '../../reading'
import type { Placed } from './pictures'

/**
 * Pictures over the cells of an old workbook (.xls, BIFF8). SheetJS leaves them out. Sources: [MS-XLS] 2.4.170 MsoDrawing,
 * 2.4.171 MsoDrawingGroup; [MS-ODRAW] 2.2.14 SpContainer, 2.2.32 FBSE, 2.3.23.2 pib.
 */

const mostPictures = 5000
const biff = { boundSheet: 0x85, begin: 0x809, more: 0x3c, drawing: 0xec, drawingGroup: 0xeb } as const
const art = { shape: 0xf00a, properties: 0xf00b, anchor: 0xf010, stored: 0xf007, jpeg: 0xf01d, png: 0xf01e } as const
const pictureFrame = 75
/** The property that names the picture of a shape, by its place in the store, from 1 on. */
const pictureName = 0x104

type BiffRecord = { type: number; body: DataView; at: number }

/** Of a piece that says it is longer than what is there, that. */
function part(view: DataView, from: number, length: number): DataView {
  const start = Math.min(from, view.byteLength)
  return new DataView(view.buffer, view.byteOffset + start, Math.max(0, Math.min(length, view.byteLength - start)))
}
const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** The records of a workbook's stream, one after the other; what is cut off ends it. */
function* recordsIn(stream: DataView): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.byteLength; ) {
    const length = stream.getUint16(at + 2, true)
    yield { type: stream.getUint16(at, true), body: part(stream, at + 4, length), at }
    at += 4 + length
  }
}

type Atom = { type: number; instance: number; body: DataView }

/** The atoms of a drawing, however deep they lie: a container is its head, and what follows. */
function* atomsIn(drawing: DataView): Generator<Atom> {
  for (let at = 0; at + 8 <= drawing.byteLength; ) {
    const head = drawing.getUint16(at, true)
    const type = drawing.getUint16(at + 2, true)
    const isContainer = (head & 0xf) === 0xf
    const length = isContainer ? 0 : drawing.getUint32(at + 4, true)
    if (!isContainer) yield { type, instance: head >> 4, body: part(drawing, at + 8, length) }
    at += 8 + length
  }
}

function joined(parts: readonly DataView[]): DataView {
  const all = new Uint8Array(parts.reduce((sum, one) => sum + one.byteLength, 0))
  let at = 0
  for (const one of parts) {
    all.set(bytesOf(one), at)
    at += one.byteLength
  }
  return new DataView(all.buffer)
}

/** A stored picture: 36 bytes about it, its name, and a record whose bytes follow one identity or two, and a mark. */
function storedPicture({ body }: Atom, at: number): Media | null {
  if (body.byteLength < 44) return null
  const start = 36 + body.getUint8(33)
  if (start + 8 > body.byteLength) return null
  const instance = body.getUint16(start, true) >> 4
  const type = body.getUint16(start + 2, true)
  if (type !== art.jpeg && type !== art.png) return null
  const before = 16 * (1 + (instance & 1)) + 1
  const bytes = bytesOf(part(body, start + 8 + before, body.getUint32(start + 4, true) - before))
  return pictureOf(Uint8Array.from(bytes), `#${at + 1}`)
}

/** By place in the store, from 1 on, a property's value. */
function propertyIn({ instance, body }: Atom, name: number): number | null {
  for (let at = 0; at < instance && at * 6 + 6 <= body.byteLength; at += 1)
    if ((body.getUint16(at * 6, true) & 0x3fff) === name) return body.getUint32(at * 6 + 2, true)
  return null
}

function placedIn(drawing: DataView, stored: readonly (Media | null)[]): Placed[] {
  const placed: Placed[] = []
  let isPicture = false
  let name: number | null = null
  for (const atom of atomsIn(drawing)) {
    if (atom.type === art.shape) {
      isPicture = atom.instance === pictureFrame
      name = null
    }
    if (atom.type === art.properties) name = propertyIn(atom, pictureName) ?? name
    if (atom.type !== art.anchor || !isPicture || atom.body.byteLength < 8 || placed.length === mostPictures) continue
    const media = name === null ? null : (stored[name - 1] ?? null)
    placed.push({ r: atom.body.getUint16(6, true), c: atom.body.getUint16(2, true), media, seen: `#${name ?? '?'}` })
  }
  return placed
}

/** A sheet's name: its length, whether a letter takes two bytes, the letters. */
function nameIn(body: DataView): string {
  const isWide = (body.getUint8(7) & 1) === 1
  const letters = bytesOf(part(body, 8, body.getUint8(6) * (isWide ? 2 : 1)))
  return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(letters)
}

/** Where each sheet begins, and the pieces of the drawings: the workbook's store at 0, each sheet's where it begins. */
function drawingsIn(stream: DataView): { sheets: Map<string, number>; pieces: Map<number, DataView[]> } {
  const sheets = new Map<string, number>()
  const pieces = new Map<number, DataView[]>()
  let begun = 0
  let goesOn = false
  for (const { type, body, at } of recordsIn(stream)) {
    if (type === biff.boundSheet && body.byteLength > 8) sheets.set(nameIn(body), body.getUint32(0, true))
    // A chart inside a sheet begins and ends there; what it draws is no cell's.
    if (type === biff.begin) begun = at
    goesOn = type === biff.drawing || type === biff.drawingGroup || (goesOn && type === biff.more)
    if (!goesOn) continue
    const known = pieces.get(begun) ?? []
    known.push(body)
    pieces.set(begun, known)
  }
  return { sheets, pieces }
}

/** The pictures of an old workbook by the names of its sheets; none for a file of another kind. */
export function oldPictures(bytes: Uint8Array): Map<string, Placed[]> {
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return new Map()
  const content = CFB.find(CFB.read(bytes, { type: 'array' }), '/Workbook')?.content
  if (!content) return new Map()
  const { sheets, pieces } = drawingsIn(new DataView(Uint8Array.from(content).buffer))
  const stored = [...atomsIn(joined(pieces.get(0) ?? []))].filter((one) => one.type === art.stored).map(storedPicture)
  return new Map([...sheets].map(([name, begin]) => [name, placedIn(joined(pieces.get(begin) ?? []), stored)]))
}
