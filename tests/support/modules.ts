import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One import or re-export: what it names, where that stands in the tree (null: a package), and whether types alone. */
export type Import = { from: string; file: string | null; typeOnly: boolean }
export type Module = { file: string; source: string; imports: Import[] }

export const productFolders = ['app', 'components', 'domain', 'db', 'lib', 'bin']

/** All files under a folder, as paths from the root of the project. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export const isModule = (file: string) => /\.(ts|tsx|mjs)$/.test(file)

function resolve(from: string, importer: string): string | null {
  const base = from.startsWith('@/')
    ? from.slice(2)
    : from.startsWith('.')
      ? normalize(join(dirname(importer), from))
      : null
  if (base === null) return null
  const found = ['', '.ts', '.tsx', '.mjs', '/index.ts']
    .map((end) => base + end)
    .find((file) => /\.\w+$/.test(file) && existsSync(file))
  if (!found) throw new Error(`${importer} imports ${from}, which is nowhere`)
  return found
}

const comments = /\/\*[\s\S]*?\*\/|(?<=^|[\s;,{}()])\/\/.*$/gm
// No clause of names holds a bracket, an equals sign or a quote, so that none runs on into other code.
const clauses = /\b(?:import|export)\s+(type\s+)?([\w\s{},*$]+?)\s*\bfrom\s*(['"])([^'"\n]+)\3/g
const bare = /(?<=^|[;\n])\s*import\s*(['"])([^'"\n]+)\1/g
const calls = /(typeof\s+)?\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\2/g

/** `{ type A, type B }` imports types alone, as `import type` does. */
const namesTypesAlone = (names: string) =>
  /^\{[^}]*\}$/.test(names) &&
  names
    .slice(1, -1)
    .split(',')
    .every((name) => !name.trim() || /^\s*type\s/.test(name))

export const withoutComments = (source: string) => source.replaceAll(comments, '')

/** What a module's source imports, read without a compiler. */
export function importsOf(source: string): { from: string; typeOnly: boolean }[] {
  const code = withoutComments(source)
  return [
    ...[...code.matchAll(clauses)].map(([, type, names = '', , from = '']) => ({
      from,
      typeOnly: type !== undefined || namesTypesAlone(names.trim()),
    })),
    ...[...code.matchAll(bare)].map(([, , from = '']) => ({ from, typeOnly: false })),
    ...[...code.matchAll(calls)].map(([, type, , from = '']) => ({ from, typeOnly: type !== undefined })),
  ]
}

function readModule(file: string): Module {
  const source = readFileSync(file, 'utf8')
  const imports = importsOf(source).map((one) => ({ ...one, file: resolve(one.from, file) }))
  return { file, source, imports }
}

/** Every module of the product, and those that stand at the root. */
export function readModules(): Module[] {
  const atRoot = readdirSync('.')
    .filter(isModule)
    .filter((file) => file !== 'next-env.d.ts')
  return [...productFolders.flatMap(filesUnder).filter(isModule), ...atRoot].map(readModule)
}
