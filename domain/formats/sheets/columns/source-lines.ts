import { type Source, sourceSchema } from '@/domain/questions/input'
import { joinParts, splitParts } from './parts'

/** Sources of our own files, one a line: `law=civil-code|edition=2021-01-01|article=…`. */
export const sourceLines = (sources: readonly Source[]) =>
  joinParts(
    sources.map((source) =>
      joinParts(
        Object.entries(source).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])),
        '|',
      ),
    ),
    '\n',
  )

const bankNamed = (line: string): Source[] =>
  line.trim() === '' ? [] : [{ bank: line.trim().slice(0, 200), place: '' }]

/** What such a line says; any other text names a bank. */
export function sourcesIn(cell: string): Source[] {
  if (!/[=\n\\]/.test(cell)) return bankNamed(cell)
  return splitParts(cell, '\n').flatMap((line) => {
    if (!line.includes('=')) return bankNamed(line)
    const pairs = splitParts(line, '|').map((part) => /^([a-zA-Z]+)=(.*)$/s.exec(part))
    const named = Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])))
    const known = Object.keys(named).length > 0 ? sourceSchema.safeParse(named) : null
    if (known?.success) return [known.data]
    return bankNamed(line)
  })
}
