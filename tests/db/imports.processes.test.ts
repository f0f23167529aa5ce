import { beforeAll, expect, test } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { startCommit } from '@/domain/imports/commits/commit-commands'
import { startUndo } from '@/domain/imports/commits/undo-commands'
import { getImport, hiddenImports } from '@/domain/imports/queries'
import { csvOf, stems } from '../support/imports'
import { runToItsEnd } from '../support/processes'
import { bankSnapshot } from '../support/snapshot'
import { committed, goneOn, staged, swept } from '../support/staging'
import { teaCopy } from '../support/tea-copy'

const first = stems(120).map((stem) => ({ stem }))
/** New ones in two steps, versions of old ones in two. */
const second = [
  ...stems(320, 1000).map((stem) => ({ stem })),
  ...first.map(({ stem }) => ({ stem, explanation: '改过的解析。' })),
]
let before: Awaited<ReturnType<typeof bankSnapshot>>
let id: string
beforeAll(async () => {
  await seedExam(teaCopy('killed', { choice: 6 }), new Date('2030-01-15T17:00:00Z'))
  await committed('killed', csvOf(first))
  before = await bankSnapshot()
  const read = await staged('killed', csvOf(second))
  expect(read.counts.byAction).toMatchObject({ add: 320, version: 120 })
  id = read.id
})

test.each([1, 2, 3])('a commit that is killed after step %i is hidden, and swept without a trace', async (steps) => {
  await startCommit(null, id)
  expect(await runToItsEnd('work-on-import', [id, 'commit', String(steps)])).toBe('SIGKILL')
  expect(await hiddenImports()).toEqual([id])
  expect((await getImport(null, id)).status).toBe('committing')
  expect(await swept(id)).toMatchObject({ status: 'ready', holder: null })
  expect(await hiddenImports()).toEqual([])
  expect(await bankSnapshot()).toEqual({ ...before, uses: expect.any(Array) })
})

test('an undoing that is killed goes on where it was, and leaves the bank as it was', async () => {
  await startCommit(null, id)
  expect(await runToItsEnd('work-on-import', [id, 'commit', '1000'])).toBeNull()
  expect(await getImport(null, id)).toMatchObject({ status: 'committed' })
  await startUndo(null, id)
  expect(await runToItsEnd('work-on-import', [id, 'undo', '4'])).toBe('SIGKILL')
  expect(await getImport(null, id)).toMatchObject({
    status: 'undoing',
    undoing: { deleted: expect.any(Number), left: 0 },
  })
  expect(await goneOn(id)).toMatchObject({
    status: 'undone',
    undoing: { deleted: 320, restored: 120, retired: 0, left: 0 },
  })
  expect(await bankSnapshot()).toEqual(before)
})
