import { ApiError, ConnectionError } from '@/components/http'

export type Upload = { subject: string } & ({ file: File } | { text: string; fileName: string })
/** As domain/imports/input.ts has it, without its schemas. */
export const largestFile = 20 * 1024 * 1024

export type Sent = { loaded: number; total: number }

/** Whoever uploads thought better of it. */
export class UploadStopped extends Error {}

function refusalOf(request: XMLHttpRequest): ApiError {
  const problem: unknown = parse(request.responseText)
  const code = typeof problem === 'object' && problem && 'code' in problem ? String(problem.code) : 'internal'
  const wait = request.getResponseHeader('retry-after')
  return new ApiError(request.status, code, null, wait === null ? null : Number(wait))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's page of its own, say: nothing is known but the status.
    return null
  }
}

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

/** fetch tells nothing of what has left yet, so this is the older way. @returns the id of the import */
export function sendUpload(upload: Upload, onSent: (sent: Sent) => void) {
  const request = new XMLHttpRequest()
  const done = new Promise<string>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onSent({ loaded, total })
    request.onerror = () => reject(new ConnectionError('no connection'))
    request.onabort = () => reject(new UploadStopped('stopped'))
    request.onload = () => {
      const reply = parse(request.responseText)
      const isMade = request.status === 202 && typeof reply === 'object' && reply && 'id' in reply
      if (isMade) resolve(String(reply.id))
      else reject(refusalOf(request))
    }
  })
  request.open('POST', '/api/v1/imports')
  request.send(formOf(upload))
  return { done, stop: () => request.abort() }
}
