import { randomUUID } from 'node:crypto'
import { store } from '@/db/client'
import { commitImport } from '@/domain/imports/commits/commit-commands'
import { sweepCommit, undoImport } from '@/domain/imports/commits/undo-commands'
import { claimImport, type Hold } from '@/domain/imports/holds/hold-commands'

/** Works on an import and kills itself, as `kill -9` does, after so many steps. */
const [importId = '', task = '', steps = '0'] = process.argv.slice(2)
let left = Number(steps)
const hold: Hold = {
  importId,
  holder: randomUUID(),
  clock: () => new Date(),
  pause: async () => {
    if (--left <= 0) process.kill(process.pid, 'SIGKILL')
  },
}
const row = await claimImport(hold)
const work = { commit: commitImport, undo: undoImport, sweep: sweepCommit }[task]
if (row && work) await work(hold, row)
await store().close()
