import { z } from 'zod'
import { ownListQuerySchema } from '@/domain/attempts/input'

export const mistakesQuerySchema = ownListQuerySchema.safeExtend({
  status: z.enum(['open', 'mastered']).default('open'),
})
export type MistakesQuery = z.output<typeof mistakesQuerySchema>
