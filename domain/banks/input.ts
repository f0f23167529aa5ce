import { z } from 'zod'
import { exportFormats } from '@/domain/formats/writing'

export const exportQuerySchema = z.object({
  format: z.enum(exportFormats),
  /** `all`: drafts and what is in review as well, but nothing that was retired. */
  status: z.enum(['published', 'all']).default('published'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

export const statusesOf = { published: ['published'], all: ['draft', 'review', 'published'] } as const
