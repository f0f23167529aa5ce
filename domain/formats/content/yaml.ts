import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** One thing wrong with a content file: where, and what. */
export type Fault = { file: string; line: number; message: string }

export type Path = readonly PropertyKey[]

/** A YAML document together with the line on which each of its nodes stands. */
export type YamlFile = { file: string; value: unknown; lineOf: (path: Path) => number; faults: Fault[] }

/** A small file must not grow into a huge one by aliases of aliases. */
const maxAliases = 1000

/** Reads YAML. A file that cannot be read has faults and no value. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  const offsetOf = (path: Path): number | undefined => {
    const parent = document.getIn(path.slice(0, -1), true)
    const pair =
      isMap(parent) && parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
    const node = pair ? pair.key : document.getIn(path, true)
    return (node as Node | null | undefined)?.range?.[0]
  }
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const offset = offsetOf(path.slice(0, depth))
      if (offset !== undefined) return lineAt(offset)
    }
    return 1
  }
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    line: lineAt(pos[0]),
    message,
  }))
  if (faults.length > 0) return { file, value: undefined, lineOf, faults }
  try {
    return { file, value: document.toJS({ maxAliasCount: maxAliases }), lineOf, faults }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return { file, value: undefined, lineOf, faults: [{ file, line: 1, message: error.message }] }
  }
}

type Issue = z.core.$ZodIssue

/** The issues that tell a writer most: each unknown field by its name, and of a union the shape that comes nearest. */
function plainIssues(issue: Issue): { path: Path; message: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'unknown field' }))
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path: issue.path, message }))
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [nearest = []] = [...issue.errors].sort((a, b) => a.length - b.length)
  return nearest.flatMap((inner) => plainIssues({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** What zod found, as faults with lines. `at` is the place in the file of what was parsed. */
export function faultsOf(yaml: YamlFile, issues: readonly Issue[], at: Path = [], name?: string): Fault[] {
  return issues.flatMap(plainIssues).map(({ path, message }) => ({
    file: yaml.file,
    line: yaml.lineOf([...at, ...path]),
    message: [name, path.map(String).join('.') || (name ? undefined : 'document'), message].filter(Boolean).join(': '),
  }))
}

/** Holds what was read against a schema; every fault carries its line. */
export function parseWith<T>(schema: z.ZodType<T>, yaml: YamlFile): { value?: T; faults: Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults }
  const parsed = schema.safeParse(yaml.value)
  return parsed.success ? { value: parsed.data, faults: [] } : { faults: faultsOf(yaml, parsed.error.issues) }
}
