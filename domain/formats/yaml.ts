import { LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** One thing wrong with a content file: where, and what. */
export type Fault = { file: string; line: number; message: string }

type Path = readonly PropertyKey[]

/** A YAML document together with the line on which each of its nodes stands. */
export type YamlFile = { file: string; value: unknown; lineOf: (path: Path) => number; faults: Fault[] }

/** Reads YAML; aliases are capped, so that a small file cannot grow into a huge one. */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    message: error.message,
  }))
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as Node | undefined
      if (node?.range) return lineAt(node.range[0])
    }
    return 1
  }
  const value = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 1000 })
  return { file, value, lineOf, faults }
}

/** Holds what was read against a schema; every fault carries its line. */
export function parseWith<T>(schema: z.ZodType<T>, yaml: YamlFile): { value?: T; faults: Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults }
  const parsed = schema.safeParse(yaml.value)
  if (parsed.success) return { value: parsed.data, faults: [] }
  const faults = parsed.error.issues.map((issue) => ({
    file: yaml.file,
    line: yaml.lineOf(issue.path),
    message: `${issue.path.map(String).join('.') || 'document'}: ${issue.message}`,
  }))
  return { faults }
}
