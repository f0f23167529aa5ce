import { readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { readYaml } from '@/domain/formats/content/yaml'

/** A file as faults name it. */
export const named = (file: string) => relative(process.cwd(), file)

export const isThere = (file: string) => statSync(file, { throwIfNoEntry: false }) !== undefined

/** A file of a content folder, with the lines of what stands in it. */
export const yamlAt = (file: string) => readYaml(named(file), readFileSync(file, 'utf8'))
