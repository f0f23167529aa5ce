import { z } from 'zod'

export const sessionsOutput = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** "Chrome · Android"; empty when the browser does not say. */
      device: z.string(),
      createdAt: z.string(),
      lastSeenAt: z.string(),
      current: z.boolean(),
    }),
  ),
  nextCursor: z.null(),
})
