import { describe, expect, test } from 'vitest'
import { type Import, type Module, readModules, withoutComments } from '../support/modules'

const modules = readModules()
const byFile = new Map(modules.map((one) => [one.file, one]))
const inFolder = (folder: string) => modules.filter((one) => one.file.startsWith(`${folder}/`))
const under = (file: string | null, ...folders: string[]) => folders.some((folder) => file?.startsWith(`${folder}/`))

/** What reads and writes files, and needs neither disk nor network. */
const parsers = [
  '@e965/xlsx',
  'fflate',
  'fzstd',
  'htmlparser2',
  'katex',
  'markdown-it',
  'mathml-to-latex',
  'papaparse',
  'sanitize-html',
  'saxes',
  'sql.js',
  'yaml',
  'yauzl',
]

const touchesStore = (file: string) => /(queries|commands)\.ts$/.test(file)
const isPure = (file: string | null) => file?.startsWith('domain/') === true && !touchesStore(file)

/** Does loading this module load a package? What is imported as a type alone is not loaded. */
function loadsPackage(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  const imports = byFile.get(file)?.imports.filter((one) => !one.typeOnly) ?? []
  return imports.some((one) => one.file === null || loadsPackage(one.file, seen))
}

/** The imports that a rule forbids, each as `importer → imported`. */
const broken = (among: readonly Module[], allowed: (one: Import, file: string) => boolean) =>
  among.flatMap(({ file, imports }) =>
    imports.filter((one) => !allowed(one, file)).map((one) => `${file} → ${one.file ?? one.from}`),
  )

describe('who may import whom', () => {
  test('app imports anything but tests and bin', () => {
    expect(broken(inFolder('app'), (one) => !under(one.file, 'tests', 'bin'))).toEqual([])
  })

  test('components import components and the pure domain', () => {
    const allowed = (one: Import) => one.file === null || under(one.file, 'components') || isPure(one.file)
    expect(broken(inFolder('components'), allowed)).toEqual([])
  })

  test('components bring none of the packages of the domain to the browser: what loads zod gives them types alone', () => {
    const allowed = (one: Import) =>
      one.typeOnly || (one.from !== 'zod' && !(one.file && under(one.file, 'domain') && loadsPackage(one.file)))
    expect(broken(inFolder('components'), allowed)).toEqual([])
  })

  test('components import nothing of Node', () => {
    expect(broken(inFolder('components'), (one) => !/^node:|^(fs|path|crypto|os)$/.test(one.from))).toEqual([])
  })

  test('the pure domain imports the pure domain, zod, and in formats what reads them', () => {
    const packages = (file: string) => [
      'zod',
      ...(file.startsWith('domain/formats/') ? parsers : []),
      ...(file === 'domain/exams/zone.ts' ? ['temporal-polyfill'] : []),
      ...([
        'domain/formats/media.ts',
        'domain/imports/recognition/identity.ts',
        'domain/news/urn.ts',
        'domain/questions/content-traces.ts',
      ].includes(file)
        ? ['node:crypto']
        : []),
    ]
    const allowed = (one: Import, file: string) => (one.file ? isPure(one.file) : packages(file).includes(one.from))
    expect(
      broken(
        modules.filter((one) => isPure(one.file)),
        allowed,
      ),
    ).toEqual([])
  })

  test('the pure domain asks neither clock, chance, network nor environment', () => {
    const impure = /\bprocess\.|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|Math\.random\(|globalThis|crypto\./
    const found = modules.filter((one) => isPure(one.file) && impure.test(withoutComments(one.source)))
    expect(found.map((one) => one.file)).toEqual([])
  })

  test('queries and commands import the store, the domain and lib/errors', () => {
    const packages = ['drizzle-orm', 'node:crypto', 'zod']
    const allowed = (one: Import) =>
      one.file ? under(one.file, 'db', 'domain') || one.file === 'lib/errors.ts' : packages.includes(one.from)
    expect(
      broken(
        modules.filter((one) => under(one.file, 'domain') && touchesStore(one.file)),
        allowed,
      ),
    ).toEqual([])
  })

  test('queries only read', () => {
    const queries = modules.filter((one) => under(one.file, 'domain') && one.file.endsWith('queries.ts'))
    expect(queries.length).toBeGreaterThan(5)
    const writing = /\bwrite\(|\.(insert|update|delete)\((?!['"])/
    const found = queries.filter((one) =>
      writing.test(one.source.replaceAll(/\b\w*([mM]ap|[sS]et|rendered|cache)\.delete\(/g, '')),
    )
    expect(found.map((one) => one.file)).toEqual([])
  })

  test('db imports nothing of ours but types', () => {
    expect(broken(inFolder('db'), (one) => one.file === null || under(one.file, 'db') || one.typeOnly)).toEqual([])
  })

  test('lib imports lib, db and what it needs to know of people; lib/content the exams too', () => {
    const allowed = (one: Import, file: string) =>
      one.file === null ||
      under(one.file, 'lib', 'db', 'domain/users', 'domain/sessions', 'domain/accounts', 'domain/deliveries') ||
      (file === 'lib/auth/second-factors/second-factor.ts' && under(one.file, 'domain/second-factors')) ||
      (file === 'lib/auth/mails/letters.ts' && under(one.file, 'messages')) ||
      (file === 'lib/content.ts' && under(one.file, 'domain/exams')) ||
      // What is due is mailed: between the store's knowledge and the post.
      (under(file, 'lib/reminders') &&
        under(
          one.file,
          'domain/reminders',
          'domain/practice-reminders',
          'domain/events',
          'domain/exams',
          'domain/regions',
          'messages',
        )) ||
      // Parts of files, and what they are once they are whole: disk and network again.
      (under(file, 'lib/uploads') && under(one.file, 'domain/uploads', 'domain/resources', 'domain/formats')) ||
      // A browser whose service says that it is gone is told of nothing any more.
      (file === 'lib/deliveries/push.ts' && one.file === 'domain/reminders/browser-commands.ts') ||
      // Reading a file in a thread of its own, with what it needs of disk and clock, belongs to neither domain nor app.
      (under(file, 'lib/imports') &&
        (one.file === 'domain/uploads/file-name.ts' || under(one.file, 'domain/imports', 'domain/formats', 'messages')))
    expect(broken(inFolder('lib'), allowed)).toEqual([])
  })

  test('bin imports domain, db and lib', () => {
    expect(
      broken(inFolder('bin'), (one) => one.file === null || under(one.file, 'bin', 'domain', 'db', 'lib')),
    ).toEqual([])
  })

  test('what runs before anything is installed needs Node alone', () => {
    const early = ['bin/start.mjs', 'bin/test.mjs']
    const reached = new Set(early)
    for (const file of reached) for (const one of byFile.get(file)?.imports ?? []) if (one.file) reached.add(one.file)
    const found = modules.filter((one) => reached.has(one.file))
    expect(broken(found, (one) => one.file !== null || one.from.startsWith('node:'))).toEqual([])
  })

  test('nothing imports app, or tests, but themselves', () => {
    const others = modules.filter((one) => !under(one.file, 'app') && !one.file.startsWith('instrumentation'))
    expect(broken(others, (one) => !under(one.file, 'app'))).toEqual([])
    expect(broken(modules, (one) => !under(one.file, 'tests'))).toEqual([])
  })

  test('domain and db know neither React nor Next', () => {
    const allowed = (one: Import) => !/^(react|react-dom|next|next-intl|next-auth|@tanstack)(\/|$)/.test(one.from)
    expect(broken([...inFolder('domain'), ...inFolder('db')], allowed)).toEqual([])
  })
})
