import { errorSheet } from '@/domain/formats/sheets/error-sheet'
import { listFaulty } from '@/domain/imports/items/item-queries'
import type { Editor } from '@/domain/imports/queries'
import { wordsIn } from './finding-words'

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The questions that an error keeps out, each with what is wrong: to be mended and uploaded again by itself. */
export async function errorFile(editor: Editor, id: string, locale: 'zh-CN' | 'en') {
  const { fileName, items } = await listFaulty(editor, id)
  const stem = fileName.replace(/\.[^.]*$/, '')
  return { bytes: await errorSheet(items, wordsIn(locale), locale), mime, name: `${stem}-errors`, extension: 'xlsx' }
}
