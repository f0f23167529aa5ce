import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportFormat } from '@/domain/formats/writing'
import { withBank } from '../bank'
import { bareSeconds } from '../bare-rows'
import { yilian } from '../command'
import { importFile } from '../import-files'
import { exactly, type Result, type ValueRow } from '../report'
import { subject } from '../stage'
import { folder } from '../workspace'

const empty = join(folder, 'imports-empty.db')
const sizes: Partial<Record<ExportFormat, { count: number; atLeast: number; file: string }>> = {
  gift: { count: 10_000, atLeast: 5_000, file: 'bank.gift' },
  csv: { count: 10_000, atLeast: 5_000, file: 'bank.csv' },
  xlsx: { count: 10_000, atLeast: 5_000, file: 'bank.xlsx' },
  docx: { count: 2_000, atLeast: 1_000, file: 'bank.docx' },
}
const mostMiB = 600
const large = 100_000

/** Another bank for each run, as it was seeded. */
function fresh(name: string): string {
  const file = join(folder, name)
  copyFileSync(empty, file)
  return file
}

async function fileOf(name: string, format: ExportFormat, count: number, from = 0) {
  const path = join(folder, name)
  writeFileSync(path, await importFile(format, count, from))
  return path
}

/** Takes a file in. @returns seconds and memory of the whole command, and how many questions it says are new. */
async function bringIn(database: string, file: string) {
  const env = { DATABASE_URL: `file:${database}`, STORAGE_FOLDER: join(folder, 'files') }
  const ran = await yilian(['bank', 'import', file, '--subject', subject, '--partial', '--json'], env)
  const { counts } = JSON.parse(ran.said) as { counts: { byAction: { add: number } } }
  return { ...ran, added: counts.byAction.add }
}

function formatRows(
  format: string,
  { count, atLeast }: { count: number; atLeast: number },
  ran: Awaited<ReturnType<typeof bringIn>>,
  startSeconds: number,
): ValueRow[] {
  const rate = count / (ran.seconds - startSeconds)
  const note = `${ran.added} of ${count} new; the whole command ${ran.seconds.toFixed(1)} s, of which ${startSeconds.toFixed(1)} s are its start`
  return [
    {
      name: `${format}: questions read, checked, recognised and committed`,
      value: exactly(rate),
      unit: 'per s',
      aim: { atLeast },
      note,
    },
    { name: `${format}: memory at its highest`, value: exactly(ran.peakMiB), unit: 'MiB', aim: { atMost: mostMiB } },
  ]
}

/** Imports by the command line: each format, a bank that is large already, and a hundred thousand at once. */
export async function imports(): Promise<Result> {
  await withBank(empty, async () => {})
  const values: ValueRow[] = []
  // What the command costs before it has read anything: a file of one question.
  const one = await bringIn(fresh('imports-one.db'), await fileOf('one.csv', 'csv', 1))
  for (const [format, { count, atLeast, file }] of Object.entries(sizes)) {
    const database = fresh(`imports-${format}.db`)
    const ran = await bringIn(database, await fileOf(file, format as ExportFormat, count))
    values.push(...formatRows(format, { count, atLeast }, ran, one.seconds))
    if (format !== 'csv') continue
    const ratio = bareSeconds(database, fresh('imports-bare.db')) / (ran.seconds - one.seconds)
    values.push({
      name: 'csv: the rate, to inserting the same rows bare',
      value: exactly(ratio),
      unit: '',
      note: 'questions, versions and prints in one transaction',
    })
    const again = await bringIn(database, join(folder, file))
    values.push({
      name: 'csv: new questions when the same file comes again',
      value: exactly(again.added),
      unit: '',
      aim: { atMost: 0 },
    })
  }
  const grown = fresh('imports-large.db')
  const whole = await bringIn(grown, await fileOf('large.csv', 'csv', large))
  const onTop = await bringIn(grown, await fileOf('on-top.csv', 'csv', 10_000, large))
  values.push(
    {
      name: 'csv: a hundred thousand questions',
      value: exactly(whole.seconds),
      unit: 's',
      aim: { atMost: 30 },
      note: `${whole.added} new`,
    },
    {
      name: 'csv: memory for a hundred thousand',
      value: exactly(whole.peakMiB),
      unit: 'MiB',
      aim: { atMost: mostMiB },
    },
    {
      name: 'csv: ten thousand on top of a hundred thousand',
      value: exactly(10_000 / (onTop.seconds - one.seconds)),
      unit: 'per s',
      note: `${onTop.added} new`,
    },
  )
  return { values }
}
