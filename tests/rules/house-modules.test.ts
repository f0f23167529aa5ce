import { expect, test } from 'vitest'
import { filesUnder, importsOf, isModule, productFolders, readModules } from '../support/modules'

const modules = readModules()

test('every module was seen, and every import that was meant', () => {
  const files = productFolders.flatMap(filesUnder).filter(isModule)
  expect(files.filter((file) => !modules.some((one) => one.file === file))).toEqual([])
  expect(files.length).toBeGreaterThan(100)
  const edges = modules.flatMap((one) => one.imports)
  expect(edges.length).toBeGreaterThan(300)
  for (const { file, source, imports } of modules) {
    const named = source.match(/^(import|export)\b.*\bfrom ['"]|^\} from ['"]|^import ['"]/gm) ?? []
    expect(imports.length, file).toBeGreaterThanOrEqual(named.length)
  }
})

test('imports of every form are read', () => {
  const source = `
    import one, { two } from 'a' // import x from 'no'
    import * as three from "b"
    import type { Four } from 'c'
    import { type Five, type Six } from 'd'
    import { type Seven, eight } from 'e'
    import 'f'
    export { nine } from 'g'
    export * from 'h'
    export type { Ten } from 'i'
    const late = await import('j')
    type Eleven = typeof import('k')
    /* import twelve from 'no' */
    export const thirteen = 'from "no"'
    import {
      fourteen,
      fifteen as sixteen,
    } from 'l'`
  const read = Object.fromEntries(importsOf(source).map((one) => [one.from, one.typeOnly]))
  expect(read).toEqual({
    ...{ a: false, b: false, c: true, d: true, e: false, f: false },
    ...{ g: false, h: false, i: true, j: false, k: true, l: false },
  })
})
