import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Fault, parseWith } from '@/domain/formats/content/yaml'
import type { MadeResource } from '@/domain/resources/commands'
import { tipSchema } from '@/domain/resources/input'
import { isThere, named, yamlAt } from './content-folder'

/** Study material of an exam, each with its typeset file. */
export type ReadTip = MadeResource & { file: Uint8Array }

const pagesSchema = z.record(z.string(), z.object({ pages: z.int().positive() }).loose())

function readTip(folder: string, name: string, pages: z.infer<typeof pagesSchema>): { tip?: ReadTip; faults: Fault[] } {
  const file = join(folder, name)
  const { value, faults } = parseWith(tipSchema, yamlAt(file))
  if (!value) return { faults }
  const fault = (message: string) => ({ faults: [{ file: named(file), line: 1, message }] })
  if (`${value.id}.yaml` !== name) return fault(`its id is ${value.id}, and its name another`)
  const [text, pdf] = [join(folder, `${value.id}.md`), join(folder, 'pdf', `${value.id}.pdf`)]
  if (!isThere(text)) return fault(`${named(text)} is missing`)
  const count = pages[value.id]?.pages
  if (!isThere(pdf) || count === undefined) return fault(`${named(pdf)} is missing: yilian library typeset makes it`)
  const bytes = readFileSync(pdf)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const made = { tip: value, body: readFileSync(text, 'utf8'), hash, bytes: bytes.length, pages: count }
  return { tip: { ...made, file: bytes }, faults: [] }
}

/** Reads the folder `tips` of an exam. Everything wrong comes back as faults. */
export function readTips(examFolder: string): { tips: ReadTip[]; faults: Fault[] } {
  const folder = join(examFolder, 'tips')
  if (!isThere(folder)) return { tips: [], faults: [] }
  const counts = join(folder, 'pdf', 'pages.json')
  const pages = isThere(counts) ? pagesSchema.parse(JSON.parse(readFileSync(counts, 'utf8'))) : {}
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const read = names.sort().map((name) => readTip(folder, name, pages))
  return { tips: read.flatMap(({ tip }) => tip ?? []), faults: read.flatMap(({ faults }) => faults) }
}
