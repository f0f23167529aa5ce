import type { UploadView } from '@/domain/uploads/output'
import type { Member } from './world'

const bytesOf = (bytes: Uint8Array) => new Uint8Array(bytes)

/** Begins an upload of a file, as the page does it. */
export const beginUpload = (editor: Member, bytes: number, fileName = '资料.pdf') =>
  editor.post<UploadView>('/uploads', { fileName, bytes })

export const sendPart = (editor: Member, upload: string, part: number, bytes: Uint8Array, headers = {}) =>
  editor.send<{ code: string }>('PUT', `/uploads/${upload}/parts/${part}`, {
    raw: bytesOf(bytes),
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })

/** The bytes of a part of a file. */
export const partOf = (file: Uint8Array, { partBytes }: Pick<UploadView, 'partBytes'>, part: number) =>
  file.subarray(part * partBytes, (part + 1) * partBytes)

/** Uploads a whole file. @returns its id */
export async function uploadWhole(editor: Member, file: Uint8Array, fileName?: string): Promise<string> {
  const { body } = await beginUpload(editor, file.length, fileName)
  for (let part = 0; part * body.partBytes < file.length; part++)
    await sendPart(editor, body.id, part, partOf(file, body, part))
  return body.id
}
