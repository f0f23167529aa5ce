import { z } from 'zod'

/** `outbox`: no mail server is set up, mails lie in a folder of the server. */
export const deliveryOutput = z.object({ delivery: z.enum(['mail', 'outbox']) })

export const confirmationOutput = z.object({ purpose: z.enum(['register', 'change-email']), email: z.string() })

export const signInOptionsOutput = z.object({
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  delivery: z.enum(['mail', 'outbox']),
  consentVersion: z.string(),
})
