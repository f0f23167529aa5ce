import { createHash, randomUUID } from 'node:crypto'
import type { Editor } from '@/domain/imports/queries'
import { createImport, requireSubject } from '@/domain/imports/stage-commands'
import { shownFileName } from '@/domain/uploads/file-name'
import { Refusal } from '../errors'
import type { Upload } from '../http/multipart'
import { fileKey, storage } from '../storage/storage'
import { setOff } from './work'

type Given = { subject: string; file?: Upload | undefined; text?: string | undefined; fileName?: string | undefined }

/**
 * Takes a file in, or pasted text as one, and sets its reading off.
 * @throws Refusal `not-found` for a subject that is not this editor's; `invalid` when nothing came
 */
export async function takeIn(editor: Editor, { subject, file, text, fileName }: Given, now: Date): Promise<string> {
  await requireSubject(editor, subject)
  const id = randomUUID()
  const key = fileKey(id)
  if (file) {
    await storage().adopt(key, file.path)
    const described = { fileName: shownFileName(file.fileName), fileHash: file.hash, fileBytes: file.bytes }
    await createImport(editor, { id, subject, ...described }, now)
  } else {
    const bytes = Buffer.from(text ?? '', 'utf8')
    if (bytes.length === 0) throw new Refusal('invalid')
    await storage().put(key, bytes)
    const fileHash = createHash('sha256').update(bytes).digest('hex')
    const described = { fileName: shownFileName(fileName ?? '', 'pasted.txt'), fileHash, fileBytes: bytes.length }
    await createImport(editor, { id, subject, ...described }, now)
  }
  setOff(id)
  return id
}
