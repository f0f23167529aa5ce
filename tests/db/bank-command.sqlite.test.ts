import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { imports, questions } from '@/db/schema'
import { seedExam } from '@/domain/banks/commands'
import { csvOf, stems } from '../support/imports'
import { teaCopy } from '../support/tea-copy'

const folder = mkdtempSync(join(tmpdir(), 'bank-'))
beforeAll(() => seedExam(teaCopy('line', { choice: 6 }), new Date('2030-01-15T17:00:00Z')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Told = {
  status: string
  counts: { questions: number; byType: Record<string, number>; byAction: Record<string, number> }
  findings: { code: string; severity: string; place: object; message: string }[]
}

/** Runs the command line as a person does. */
function bank(...words: string[]): Promise<{ code: number; out: Told; told: string }> {
  const env = { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, NODE_OPTIONS: '' }
  const whole = ['--import', 'tsx', 'bin/yilian.ts', 'bank', ...words, '--json']
  return new Promise((resolve) => {
    execFile(process.execPath, whole, { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), out: stdout ? JSON.parse(stdout) : undefined, told: stderr }),
    )
  })
}

function file(name: string, content: string) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const count = () => db().$count(questions)
const rows = stems(4).map((stem) => ({ stem }))
const faulty = [...rows, { stem: stems(1, 50)[0] ?? '', key: 'E' }]

test('an error stops the whole file; with --partial its question alone; --dry-run changes nothing', async () => {
  const path = file('faulty.csv', csvOf(faulty))
  const before = await count()
  const stopped = await bank('import', path, '--subject', 'line')
  expect(stopped).toMatchObject({
    code: 1,
    out: { status: 'ready', counts: { questions: 5, byType: { single: 5, group: 0 } } },
  })
  expect(stopped.out.findings.find((one) => one.severity === 'error')).toMatchObject({
    ...{ code: 'KEY_NOT_IN_OPTIONS', place: { line: 6 }, message: expect.stringMatching(/E/) },
  })
  expect(await bank('import', path, '--subject', 'line', '--partial', '--dry-run')).toMatchObject({ code: 0 })
  expect(await count()).toBe(before)
  expect(await bank('import', path, '--subject', 'line', '--partial')).toMatchObject({
    code: 0,
    out: { status: 'committed' },
  })
  expect(await count()).toBe(before + 4)
})

test('what was written comes back as known', async () => {
  const path = join(folder, 'bank.json')
  expect(await bank('export', '--subject', 'line', '--format', 'json', '--out', path)).toMatchObject({ code: 0 })
  expect(readFileSync(path, 'utf8')).toContain(rows[0]?.stem)
  const again = await bank('import', path, '--subject', 'line')
  expect(again).toMatchObject({ code: 0, out: { counts: { byAction: { add: 0, wait: 0 } } } })
})

test('a file that cannot be read exits 1; wrong use exits 2; nothing of either stays', async () => {
  const waiting = async () => (await db().select().from(imports)).filter((one) => one.status === 'ready').length
  expect(await bank('import', file('a.bin', '\u0001\u0002\u0003'), '--subject', 'line')).toMatchObject({ code: 1 })
  for (const words of [
    ['import'],
    ['import', 'a', '--format'],
    ['import', file('b.csv', 'a'), '--subject', 'none'],
    ['export', '--subject', 'line', '--format', 'pdf', '--out', 'x'],
    ['burn'],
  ])
    expect((await bank(...words)).code, words.join(' ')).toBe(2)
  expect(await waiting()).toBe(0)
}, 120_000)
