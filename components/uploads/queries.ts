import { ApiError, api } from '@/components/http'
import type { UploadRequest } from '@/domain/uploads/input'
import type { UploadView } from '@/domain/uploads/output'
import { sendBytes } from './send-bytes'

const stallMs = 30_000

export const beginUpload = (body: UploadRequest) => api<UploadView>('/uploads', { method: 'POST', body })

/** What is there of an upload; null once it is gone, or was another person's. */
export async function findUpload(id: string): Promise<UploadView | null> {
  try {
    return await api<UploadView>(`/uploads/${id}`)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

export const dropUpload = (id: string) => api<void>(`/uploads/${id}`, { method: 'DELETE' })

/** Read first: a file that was changed or moved meanwhile would else look like a broken line, and be tried for ever. */
const readBytes = (part: Blob) =>
  part.arrayBuffer().catch((cause: unknown) => {
    if (!(cause instanceof DOMException)) throw cause
    throw new ApiError(0, 'file-changed', null, null)
  })

/** @throws ApiError also `file-changed`, of the file on this device */
export const putPart =
  (id: string, signal: AbortSignal) => async (part: number, body: Blob, onSent: (loaded: number) => void) => {
    const path = `/uploads/${id}/parts/${part}`
    const bytes = new Blob([await readBytes(body)])
    await sendBytes({ method: 'PUT', path, body: bytes, signal, stallMs, onSent: ({ loaded }) => onSent(loaded) })
  }
