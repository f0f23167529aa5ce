import { z } from 'zod'
import { text } from '@/domain/questions/input'

/** In bytes. What each type of file may weigh is asked when it is finished. */
export const largestUpload = 200 * 1024 * 1024
/** Bytes of every part but the last. */
export const partBytes = 4 * 1024 * 1024

/** `bytes` is the size of the whole file; above `largestUpload` it is refused as `too-large`. */
export const uploadRequest = z.strictObject({ fileName: text(200).min(1), bytes: z.int().min(1) })
export type UploadRequest = z.infer<typeof uploadRequest>

export const uploadParams = z.object({ upload: z.uuid() })
/** Parts are counted from 0. */
export const partParams = z.object({ upload: z.uuid(), part: z.coerce.number().int().min(0).max(9999) })
