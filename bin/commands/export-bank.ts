import { writeFileSync } from 'node:fs'
import { noteExport } from '@/domain/banks/export-commands'
import { readBank } from '@/domain/banks/export-queries'
import { statusesOf } from '@/domain/banks/input'
import { writeBank } from '@/domain/formats/write'
import type { ExportFormat } from '@/domain/formats/writing'
import { wordsIn } from '@/lib/imports/finding-words'
import { mediaKey, storage } from '@/lib/storage/storage'

export type ExportOptions = { subject: string; format: ExportFormat; out: string; status: keyof typeof statusesOf }

/** Writes a subject's questions to a file. @returns how many, and what the format could not hold */
export async function exportBank({ subject, format, out, status }: ExportOptions, locale: 'zh-CN' | 'en') {
  const now = new Date()
  const store = storage()
  const picture = (hash: string) => store.read(mediaKey(hash))
  const bank = await readBank({ subject, statuses: statusesOf[status], locale, picture }, now)
  const { bytes, losses } = await writeBank(format, bank, locale)
  writeFileSync(out, bytes)
  await noteExport(null, { subject, format }, now)
  const words = wordsIn(locale)
  return {
    questions: bank.questions.length,
    bytes: bytes.byteLength,
    losses: losses.map((one) => ({ ...one, message: words(one) })),
  }
}
