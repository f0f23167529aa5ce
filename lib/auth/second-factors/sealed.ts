import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/env'

const nonceBytes = 12
const tagBytes = 16

/** A key of its own: what AUTH_SECRET keys elsewhere does not open this. */
const key = () => Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'yilian second factor', 32))

/**
 * Seals a secret for the database (AES-256-GCM): whoever reads a backup cannot use it. With another AUTH_SECRET it cannot
 * be opened any more.
 */
export function seal(secret: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws Error when it was changed, or sealed with another AUTH_SECRET. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}
