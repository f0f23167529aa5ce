import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { productFolders, readModules, withoutComments } from '../support/modules'

/** Everything that is, or is about to be, committed. */
const committed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file && existsSync(file))
const modules = readModules()
const product = modules.filter((one) => productFolders.includes(one.file.split('/')[0] ?? ''))
const code = new Map(modules.map((one) => [one.file, withoutComments(one.source)]))
const where = (pattern: RegExp) => [...code].flatMap(([file, source]) => (pattern.test(source) ? [file] : []))

describe('names', () => {
  test('no folder is called by what it is not', () => {
    const vague = /^(utils?|helpers?|services?|managers?|commons?|misc|shared)$/
    expect(
      committed.filter((file) =>
        dirname(file)
          .split('/')
          .some((part) => vague.test(part)),
      ),
    ).toEqual([])
  })

  test('files of code are kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|sqlite|processes|spec|config|d))*\.(ts|tsx|mjs|css)$/
    const named = committed.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))
    expect(named.filter((file) => !kebab.test(basename(file)))).toEqual([])
    expect(named.length).toBeGreaterThan(100)
  })

  test('folders are kebab-case, but for the ones whose names Next reads', () => {
    const name = /^(\.?[a-z0-9]+(-[a-z0-9]+)*(\.(json|xlsx|ics))?|\[\[?(\.\.\.)?[a-z]+\]?\]|\([a-z-]+\))$/
    const folders = committed.map(dirname).filter((folder) => folder !== '.')
    expect(folders.filter((folder) => !folder.split('/').every((part) => name.test(part)))).toEqual([])
  })
})

describe('sizes of product code', () => {
  const lengths = product.map(({ file, source }) => ({ file, lines: source.trimEnd().split('\n').length }))
  const sorted = lengths.map((one) => one.lines).sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)]

  test('no file is over 300 lines, but the schema', () => {
    expect(lengths.filter((one) => one.lines > 300 && one.file !== 'db/schema.ts')).toEqual([])
  })

  test('the median is 60 lines or less, nine of ten files 150 or less', () => {
    expect(at(0.5)).toBeLessThanOrEqual(60)
    expect(at(0.9)).toBeLessThanOrEqual(150)
  })
})

describe('habits', () => {
  test('nothing is any, and no error of the compiler is silenced', () => {
    expect(where(/\bas any\b|:\s*any\b|<any\b|\bany\[\]|\bany>/)).toEqual([])
    expect(
      modules.filter((one) => /@ts-(ignore|nocheck|expect-error)/.test(one.source)).map((one) => one.file),
    ).toEqual([])
  })

  test('nothing but the command line prints', () => {
    expect(where(/\bconsole\.(log|info|debug|warn)\b/).filter((file) => !file.startsWith('bin/'))).toEqual([])
  })

  test('there are no barrels', () => {
    expect(where(/^export \* from/m)).toEqual([])
  })

  test('only bin, lib/env, instrumentation and db/columns read the environment, and configuration', () => {
    const may = /^(bin\/.*|lib\/env\.ts|db\/columns\.ts|instrumentation\.ts|[a-z.]+\.config\.(ts|mjs))$/
    expect(where(/\bprocess\.env\b/).filter((file) => !may.test(file))).toEqual([])
  })
})

test('no committed file tells of the machine that it was written on', () => {
  const may = ['tests/rules/house-names.test.ts', 'tests/rules/starter-content.test.ts', 'tests/rules/versions.test.ts']
  const telling =
    /\/work\/|\.\.\/shared\b|\bshared\/(design|facts|tools|laws)|(?<![\w@])\/(root|home)\/|registry\.[a-z]|\/(npm|debian)-proxy|127\.0\.0\.1:\d+\/(npm|debian)|npmmirror/
  const read = committed.filter(
    (file) => !may.includes(file) && /\.(ts|tsx|mjs|json|md|yaml|yml|css|txt)$|^\.ci|^\.git/.test(file),
  )
  expect(read.filter((file) => file !== 'package-lock.json' && telling.test(readFileSync(file, 'utf8')))).toEqual([])
  expect(read.length).toBeGreaterThan(150)
})
