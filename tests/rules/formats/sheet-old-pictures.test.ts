import { CFB } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { somePictures } from '../../support/bank-arbitrary'
import { codesOf, readBook, workbook } from '../../support/sheets'

const rows = [
  ['题型', '题干', '选项A', '选项B', '答案'],
  ['单选题', '看图，这是谁？', '一只猫', '一条狗', 'A'],
  ['单选题', '这里没有图。', '甲', '乙', 'B'],
]

const u16 = (value: number) => [value & 255, (value >> 8) & 255]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]
const atom = (version: number, instance: number, type: number, body: readonly number[]) => [
  ...u16((instance << 4) | version),
  ...u16(type),
  ...u32(body.length),
  ...body,
]
const zeros = (count: number) => Array.from({ length: count }, () => 0)

/** A picture in the workbook's store, as [MS-ODRAW] has it. */
function stored(picture: Uint8Array, type: number, instance: number): number[] {
  const identities = zeros(16 * (1 + (instance & 1)))
  const blip = atom(0, instance, type, [...identities, 0xff, ...picture])
  return atom(2, 6, 0xf007, [...zeros(36), ...blip])
}

/** A shape over a cell: a picture frame (75) that names what it shows, or a text box (202). */
const shape = (kind: number, name: number, row: number, column: number) =>
  atom(15, 0, 0xf004, [
    ...atom(2, kind, 0xf00a, zeros(8)),
    ...atom(3, 2, 0xf00b, [...u16(0x7f), ...u32(0x800080), ...u16(0x4104), ...u32(name)]),
    ...atom(0, 0, 0xf010, [...u16(2), ...u16(column), ...u16(0), ...u16(row), ...zeros(10)]),
  ])

/** Records of at most 8,224 bytes: what is longer goes on in others. */
function records(type: number, body: readonly number[]): number[] {
  const whole: number[] = []
  for (let at = 0; at < Math.max(1, body.length); at += 8224) {
    const piece = body.slice(at, at + 8224)
    whole.push(...u16(at === 0 ? type : 0x3c), ...u16(piece.length), ...piece)
  }
  return whole
}

/** Puts records before the end of the workbook's own part and of its last sheet, and moves the sheet's beginning. */
function withDrawings(book: Uint8Array, group: readonly number[], drawing: readonly number[]): Uint8Array {
  const file = CFB.read(book, { type: 'array' })
  const entry = CFB.find(file, '/Workbook')
  const stream = [...(entry?.content ?? [])]
  const ends: number[] = []
  let sheet = 0
  for (let at = 0; at + 4 <= stream.length; at += 4 + (stream[at + 2] ?? 0) + 256 * (stream[at + 3] ?? 0)) {
    const type = (stream[at] ?? 0) + 256 * (stream[at + 1] ?? 0)
    if (type === 0x0a) ends.push(at)
    if (type === 0x85) sheet = at + 4
  }
  const [first = 0, last = 0] = ends
  const begin = stream.slice(sheet, sheet + 4).reduce((sum, byte, at) => sum + byte * 256 ** at, 0)
  stream.splice(last, 0, ...records(0xec, drawing))
  const store = records(0xeb, group)
  stream.splice(first, 0, ...store)
  stream.splice(sheet, 4, ...u32(begin + store.length))
  CFB.utils.cfb_del(file, '/Workbook')
  CFB.utils.cfb_add(file, '/Workbook', stream)
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayLike<number>)
}

const [picture] = somePictures
const book = workbook({ 题: rows }, 'biff8')

test('pictures of an old workbook stand at their cells, found in a store of many records', async () => {
  const large = Uint8Array.from([...(picture?.bytes ?? []), ...zeros(20_000)])
  const group = [...stored(large, 0xf01e, 0x6e0), ...stored(picture?.bytes ?? new Uint8Array(), 0xf01e, 0x6e1)]
  const read = await readBook(withDrawings(book, group, [...shape(202, 1, 2, 1), ...shape(75, 2, 1, 1)]))
  expect(codesOf(read)).toEqual([])
  expect(read.questions.map(({ draft }) => draft.stem)).toEqual([
    `看图，这是谁？\n\n![](media:${picture?.hash})`,
    '这里没有图。',
  ])
  expect([...read.media.keys()]).toEqual([picture?.hash])
})

test('one that cannot be shown is told of, at its question', async () => {
  const read = await readBook(withDrawings(book, stored(Uint8Array.of(1, 2, 3), 0xf01b, 0x216), shape(75, 1, 2, 1)))
  expect(read.questions.map(({ findings }) => findings.map(({ code, params }) => [code, params]))).toEqual([
    [],
    [['MEDIA_MISSING', { seen: '#1' }]],
  ])
})

test.each([0, 1, 7, 30, 60])('drawings cut off after %i bytes lose no question', async (length) => {
  const drawing = shape(75, 1, 1, 1).slice(0, length)
  const read = await readBook(withDrawings(book, stored(Uint8Array.of(1), 0xf01e, 0x6e0).slice(0, length), drawing))
  expect(read.questions).toHaveLength(2)
})
