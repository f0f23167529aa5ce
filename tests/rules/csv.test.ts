import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvOf, jsonOf } from '@/domain/data-rights/tables'
import { type Cell, csvRows, harmless } from '@/domain/formats/csv'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', '=1\n+2'])(
  'what a spreadsheet would run is made a text: %j',
  (text) => expect(harmless(text)).toBe(`'${text}`),
)

test.each(['', 'a=1', ' =1', '收藏', "'=1", -1, 0, null, true])('all else stays as it is: %j', (cell) =>
  expect(harmless(cell as Cell)).toBe(cell),
)

test('whatever is written is read again, and no cell begins like a formula', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 3 }), { minLength: 1 })
  fc.assert(
    fc.property(rows, (given) => {
      const read = Papa.parse<string[]>(csvRows(given), { newline: '\r\n' }).data.slice(0, -1)
      expect(read).toEqual(given.map((row) => row.map(harmless)))
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

async function* pages<T>(...all: T[][]) {
  yield* all
}
async function whole(pieces: AsyncIterable<string>) {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

test('a table is headed once, however many pages it has', async () => {
  const columns = { name: (row: { name: string }) => row.name, at: () => new Date(0), none: () => undefined }
  const text = await whole(csvOf(columns, pages([{ name: 'a' }], [{ name: '=b' }])))
  expect(text).toBe("\uFEFFname,at,none\r\na,1970-01-01T00:00:00.000Z,\r\n'=b,1970-01-01T00:00:00.000Z,\r\n")
  expect(await whole(csvOf(columns, pages()))).toBe('\uFEFFname,at,none\r\n')
})

test('lists that come page by page make one JSON document', async () => {
  const lists = { none: pages(), one: pages([1]), more: pages<unknown>([1, 2], [], [{ a: '"' }]) }
  const text = await whole(jsonOf({ at: new Date(0), goal: null }, lists))
  expect(JSON.parse(text)).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    goal: null,
    none: [],
    one: [1],
    more: [1, 2, { a: '"' }],
  })
})
