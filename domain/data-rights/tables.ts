import { byteOrderMark, type Cell, csvRows } from '@/domain/formats/csv'

/** A table of the export: its columns, each with what stands in it. */
export type Columns<R> = Record<string, (row: R) => Cell | Date | undefined>

const cellOf = (value: Cell | Date | undefined): Cell => (value instanceof Date ? value.toISOString() : (value ?? null))

/** A CSV file, page by page, headed by the names of its columns. */
export async function* csvOf<R>(columns: Columns<R>, pages: AsyncIterable<readonly R[]>): AsyncGenerator<string> {
  yield byteOrderMark + csvRows([Object.keys(columns)])
  for await (const page of pages)
    yield csvRows(page.map((row) => Object.values(columns).map((cell) => cellOf(cell(row)))))
}

const json = (value: unknown) => JSON.stringify(value, null, 2)

async function* listOf(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let between = '['
  for await (const page of pages)
    for (const one of page) {
      yield `${between}\n${json(one)}`
      between = ','
    }
  yield between === '[' ? '[]' : '\n]'
}

/** One JSON document of values and of lists that come page by page. */
export async function* jsonOf(
  values: Record<string, unknown>,
  lists: Record<string, AsyncIterable<readonly unknown[]>>,
): AsyncGenerator<string> {
  yield `{\n${Object.entries(values)
    .map(([name, value]) => `${json(name)}: ${json(value)}`)
    .join(',\n')}`
  for (const [name, pages] of Object.entries(lists)) {
    yield `,\n${json(name)}: `
    yield* listOf(pages)
  }
  yield '\n}\n'
}
