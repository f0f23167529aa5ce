import { figuresLine } from '@/domain/content-check/figures'
import { placeWords } from '@/domain/formats/findings'
import { Refusal } from '@/lib/errors'
import { checkContent } from './content/check-content'
import { WrongUse } from './wrong-use'

export type BankOptions = {
  json?: boolean
  subject?: string
  'dry-run'?: boolean
  partial?: boolean
  format?: string
  out?: string
  status?: string
}

/** Words of findings follow the terminal's language. */
const locale = process.env.LANG?.startsWith('en') ? 'en' : 'zh-CN'

function check([folder]: string[], { json }: BankOptions): number {
  if (!folder) throw new WrongUse('bank check wants a folder')
  const { questions, subjects, faults } = checkContent(folder)
  if (json) console.log(JSON.stringify({ questions, subjects, faults }))
  for (const { file, line, message } of json ? [] : faults) console.error(`${file}:${line}: ${message}`)
  for (const figures of json ? [] : subjects) console.error(figuresLine(figures))
  console.error(`${questions} questions, ${faults.length} faults`)
  return faults.length > 0 ? 1 : 0
}

/** What is not there, or not fit, is a wrong use: the subject, mostly. */
async function known<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') throw new WrongUse(error.message)
    throw error
  }
}

async function bringIn([file]: string[], options: BankOptions): Promise<number> {
  const { subject, json, partial = false } = options
  if (!file || !subject) throw new WrongUse('bank import wants a file and --subject')
  // Readers weigh megabytes: no other command waits for them.
  const { importBank } = await import('./import-bank')
  const dryRun = options['dry-run'] ?? false
  const { told, stopped } = await known(importBank(file, { subject, dryRun, partial, locale }))
  if (json) console.log(JSON.stringify(told))
  for (const { severity, place, message } of json ? [] : told.findings)
    console.error(`${placeWords(place)}: ${severity}: ${message}`)
  const { questions, byAction } = told.counts
  const outcome = stopped ? 'nothing was imported' : dryRun ? 'nothing was changed' : 'imported as drafts'
  console.error(
    `${questions} questions: ${byAction.add} new, ${byAction.version} new versions, ${byAction.same} known, ${byAction.wait} waiting; ${outcome}`,
  )
  return stopped ? 1 : 0
}

const isOneOf = <T extends string>(values: readonly T[], value: string | undefined): value is T =>
  values.some((one) => one === value)

async function takeOut(_: string[], { subject, format, out, status = 'all', json }: BankOptions): Promise<number> {
  const { exportFormats } = await import('@/domain/formats/writing')
  if (!subject || !out) throw new WrongUse('bank export wants --subject, --format and --out')
  if (!isOneOf(exportFormats, format)) throw new WrongUse(`--format is one of ${exportFormats.join(', ')}`)
  if (!isOneOf(['all', 'published'], status)) throw new WrongUse('--status is all or published')
  const { exportBank } = await import('./export-bank')
  const told = await known(exportBank({ subject, format, out, status }, locale))
  if (json) console.log(JSON.stringify(told))
  for (const { place, severity, message } of json ? [] : told.losses)
    console.error(`${placeWords(place)}: ${severity}: ${message}`)
  console.error(`${told.questions} questions written to ${out}`)
  return 0
}

/** The commands on question banks. @returns the exit code */
export async function bank([verb, ...rest]: string[], options: BankOptions): Promise<number> {
  if (verb === 'check') return check(rest, options)
  if (verb === 'import') return bringIn(rest, options)
  if (verb === 'export') return takeOut(rest, options)
  throw new WrongUse('bank wants check, import or export')
}
