import { ApiError } from '@/components/http'
import { type Sent, sendBytes } from '@/components/uploads/send-bytes'

export type Upload = { subject: string } & ({ file: File } | { text: string; fileName: string })
/** As domain/imports/input.ts has it, without its schemas. */
export const largestFile = 20 * 1024 * 1024

function formOf(upload: Upload): FormData {
  const form = new FormData()
  form.set('subject', upload.subject)
  if ('file' in upload) form.set('file', upload.file, upload.file.name)
  else {
    form.set('text', upload.text)
    form.set('fileName', upload.fileName)
  }
  return form
}

/** @returns the id of the import @throws as sendBytes does */
export async function sendUpload(upload: Upload, onSent: (sent: Sent) => void, signal: AbortSignal): Promise<string> {
  const reply = await sendBytes({ method: 'POST', path: '/imports', body: formOf(upload), onSent, signal })
  if (typeof reply === 'object' && reply && 'id' in reply) return String(reply.id)
  throw new ApiError(502, 'internal', null, null)
}
