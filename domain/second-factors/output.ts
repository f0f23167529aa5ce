import { z } from 'zod'

export const factorToConfirmOutput = z.object({
  /** In base 32, for apps that cannot read the picture. */
  secret: z.string(),
  uri: z.string(),
  /** The same as an SVG picture. */
  qr: z.string(),
})

/** Shown once. */
export const recoveryCodesOutput = z.object({ recoveryCodes: z.array(z.string()) })
