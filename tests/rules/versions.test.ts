import { readFileSync } from 'node:fs'
import Driver from 'better-sqlite3'
import { expect, test } from 'vitest'

type Locked = { version?: string; resolved?: string; link?: boolean }
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const installed = Object.entries(lock.packages).flatMap(([path, one]) =>
  path === '' ? [] : [{ name: path.replace(/^.*node_modules\//, ''), ...one }],
)

const parts = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)
function atLeast(version: string, floor: string): boolean {
  const [have, want] = [parts(version), parts(floor)]
  const index = want.findIndex((part, at) => (have[at] ?? 0) !== part)
  return index === -1 || (have[index] ?? 0) > (want[index] ?? 0)
}

test('versions are compared number by number', () => {
  expect(atLeast('16.4.6', '16.4.6')).toBe(true)
  expect(atLeast('16.10.0', '16.4.6')).toBe(true)
  expect(atLeast('17.0.0', '16.4.6')).toBe(true)
  expect(atLeast('16.4.5', '16.4.6')).toBe(false)
  expect(atLeast('15.9.9', '16.4.6')).toBe(false)
})

/** The floors of what was broken before: each stands for a known hole, or for data lost. */
test.each([
  ['next', '16.4.6', true],
  ['better-sqlite3', '12.11.1', true],
  ['next-auth', '4.24.15', false],
  ['sharp', '0.35.5', false],
  ['katex', '0.16.21', false],
] as const)('%s is at least %s wherever it is locked', (name, floor, needed) => {
  const found = installed.filter((one) => one.name === name)
  if (needed) expect(found.length).toBeGreaterThan(0)
  for (const { version = '0' } of found) expect(atLeast(version, floor), `${name} ${version}`).toBe(true)
})

test('better-sqlite3 stays with 12 while Node 20 is supported, next-auth with 4', () => {
  const majors = (name: string) =>
    installed.filter((one) => one.name === name).map(({ version = '' }) => parts(version)[0])
  expect(majors('better-sqlite3')).toEqual([12])
  expect(majors('next-auth').filter((major) => major !== 4)).toEqual([])
})

test('the SQLite inside has the mended WAL', () => {
  const memory = new Driver(':memory:')
  const version = String(memory.prepare('select sqlite_version()').pluck().get())
  memory.close()
  expect(atLeast(version, '3.51.3'), version).toBe(true)
})

test("npm's xlsx is never among the packages", () => {
  expect(installed.filter((one) => one.name === 'xlsx')).toEqual([])
})

test('every package comes from the npm registry', () => {
  const hosts = installed.flatMap(({ resolved }) => (resolved ? [new URL(resolved).host] : []))
  expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([])
  expect(installed.length).toBeGreaterThan(300)
})
