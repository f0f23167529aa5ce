import { z } from 'zod'
import { passwordTyped } from '@/domain/accounts/input'

export const eraseMeSchema = z.strictObject({ password: passwordTyped.optional() })

/** When a member will be deleted; null: it has been done. */
export const erasureOutput = z.object({ eraseAt: z.string().nullable() })
