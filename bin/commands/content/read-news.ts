import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Fault, parseWith } from '@/domain/formats/content/yaml'
import type { MadeNews } from '@/domain/news/commands'
import { newsSchema } from '@/domain/news/input'
import { type Subsidy, subsidySchema } from '@/domain/subsidies/input'
import { isThere, named, yamlAt } from './content-folder'

const subsidiesSchema = z.strictObject({ subsidies: z.array(subsidySchema) })

function readOne(folder: string, name: string): { news?: MadeNews; faults: Fault[] } {
  const file = join(folder, name)
  const yaml = yamlAt(file)
  const { value, faults } = parseWith(newsSchema, yaml)
  if (!value) return { faults }
  const fault = (message: string) => ({ faults: [{ file: named(file), line: yaml.lineOf(['id']), message }] })
  if (`${value.id}.yaml` !== name) return fault(`its id is ${value.id}, and its name another`)
  const text = join(folder, `${value.id}.md`)
  const body = isThere(text) ? readFileSync(text, 'utf8') : ''
  return body.trim() ? { news: { ...value, body }, faults: [] } : fault(`${named(text)} is missing, or empty`)
}

/** Texts that no YAML file goes with. */
const orphans = (folder: string, names: readonly string[]): Fault[] =>
  names
    .filter((name) => name.endsWith('.md') && !names.includes(name.replace(/\.md$/, '.yaml')))
    .map((name) => ({ file: named(join(folder, name)), line: 1, message: 'no YAML file of this name goes with it' }))

/** Reads the folder `news` of an exam. Everything wrong comes back as faults. */
export function readNews(examFolder: string): { news: MadeNews[]; faults: Fault[] } {
  const folder = join(examFolder, 'news')
  if (!isThere(folder)) return { news: [], faults: [] }
  const names = readdirSync(folder).sort()
  const read = names.filter((name) => name.endsWith('.yaml')).map((name) => readOne(folder, name))
  const faults = [...read.flatMap((one) => one.faults), ...orphans(folder, names)]
  return { news: read.flatMap(({ news }) => news ?? []), faults }
}

/** Reads `subsidies.yaml` of an exam. */
export function readSubsidies(examFolder: string): { subsidies: Subsidy[]; faults: Fault[] } {
  const file = join(examFolder, 'subsidies.yaml')
  if (!isThere(file)) return { subsidies: [], faults: [] }
  const yaml = yamlAt(file)
  const { value, faults } = parseWith(subsidiesSchema, yaml)
  if (!value) return { subsidies: [], faults }
  const ids = value.subsidies.map((one) => one.id)
  const twins = ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            file: named(file),
            line: yaml.lineOf(['subsidies', index, 'id']),
            message: `the id ${id} stands there twice`,
          },
        ],
  )
  return { subsidies: value.subsidies, faults: twins }
}
