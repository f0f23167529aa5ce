import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { store } from '@/db/client'
import { bringing } from '@/domain/imports/commits/bring-commands'
import { claimImport, type Hold } from '@/domain/imports/holds/hold-commands'
import { draftTypes } from '@/domain/imports/input'
import { listFindings } from '@/domain/imports/items/item-queries'
import { viewImport } from '@/domain/imports/queries'
import { createImport, discardImport, staging } from '@/domain/imports/stage-commands'
import { isStopped } from '@/domain/imports/staged'
import { wordsIn } from '@/lib/imports/finding-words'
import { readWith } from '@/lib/imports/read-import'
import { openThread } from '@/lib/imports/thread'
import { progressOf } from './progress'

type Locale = 'zh-CN' | 'en'
export type ImportOptions = { subject: string; dryRun: boolean; partial: boolean; locale: Locale }

/** The log of SQLite is carried over seldom: a page that hundreds of rows change is written once. */
const checkpointPages = 16_000

/** In this process alone: rows that nobody sees yet need not outlive a power cut one by one. */
function hurry() {
  store().raw?.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  store().raw?.pragma('synchronous = NORMAL')
}

/** What is told as done is on the disk. */
function settle() {
  store().raw?.pragma('synchronous = FULL')
  store().raw?.pragma('wal_checkpoint(FULL)')
}

/** Far above what a page could show, and what its reading may cost: whoever types the command knows the file. */
const mostQuestions = 500_000
const limits = { heapMb: 8_000, seconds: 1_800 }

const holdOf = (importId: string): Hold => ({
  importId,
  holder: randomUUID(),
  clock: () => new Date(),
  pause: async () => progressOf(importId),
})

async function read(file: string, { subject, dryRun, partial }: ImportOptions): Promise<string> {
  const { understanding, end } = openThread(limits)
  try {
    const bytes = readFileSync(file)
    const id = randomUUID()
    const described = {
      fileName: basename(file),
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      fileBytes: bytes.length,
    }
    await createImport(null, { id, subject, ...described }, new Date())
    const hold = holdOf(id)
    const row = await claimImport(hold)
    const taking = row && (dryRun ? staging : bringing(row, { partial }))
    if (taking) await readWith(understanding, hold, { row, editor: null, bytes, limit: mostQuestions }, taking)
    return id
  } finally {
    await end()
  }
}

/** Everything that was found, of the file and of its questions, with its words. */
async function told(id: string, locale: Locale) {
  const { findings, ...view } = await viewImport(null, id)
  const words = wordsIn(locale)
  const all = [...findings, ...(await listFindings(id))]
  const { counts } = view
  const byType = { ...Object.fromEntries([...draftTypes, 'group'].map((type) => [type, 0])), ...counts.byType }
  return { ...view, counts: { ...counts, byType }, findings: all.map((one) => ({ ...one, message: words(one) })) }
}

/**
 * Reads a file of any known format, and takes it into the bank as drafts: all of it, or what is right with `partial`, or
 * nothing with `dryRun`.
 * @returns what was found and done; `stopped` when nothing counts for what was found
 */
export async function importBank(file: string, options: ImportOptions) {
  hurry()
  const id = await read(file, options)
  const found = await told(id, options.locale)
  if (found.status !== 'committed') await discardImport(null, id)
  settle()
  return { told: found, stopped: isStopped(found, options.partial) }
}
