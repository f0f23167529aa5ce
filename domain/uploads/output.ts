import { z } from 'zod'

export const uploadOutput = z.object({
  id: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  /** Of every part but the last, which has what is left. */
  partBytes: z.int(),
  /** The numbers of the parts that are here, from 0, in order. */
  received: z.array(z.int()),
})
export type UploadView = z.infer<typeof uploadOutput>
