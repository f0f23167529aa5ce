/**
 * The two kinds of code that pass the second factor.
 *
 * Rule: six digits are the app's code; sixteen signs are a recovery code, of 80 random bits in Crockford's base 32, written
 * in groups of four. White space and hyphens are ignored, and so are case and full-width signs, as input methods for Chinese
 * write them; O is read as 0, I and L as 1. Source: trust.md, Accounts; RFC 6238; Crockford's base 32.
 *
 * Example: "１２３ ４５６" is the app's code 123456; "a1b2-c3d4-e5f6-g7h8" and "A1B2C3D4E5F6G7H8" are one recovery code.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const signs = 16

export const recoveryCodeBytes = 10
export const recoveryCodesAtOnce = 10

export type TypedCode = { kind: 'app' | 'recovery'; code: string }

/** What was typed, in the form that is compared; null when it can be neither. */
export function readCode(typed: string): TypedCode | null {
  const bare = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, '')
  if (/^\d{6}$/.test(bare)) return { kind: 'app', code: bare }
  const code = bare.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const isRecovery = code.length === signs && [...code].every((sign) => alphabet.includes(sign))
  return isRecovery ? { kind: 'recovery', code } : null
}

/** A recovery code as it is shown. @param bytes ten random ones. */
export function recoveryCode(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  const code = Array.from({ length: signs }, (_, at) => alphabet[Number((bits >> BigInt(5 * at)) & 31n)]).join('')
  return code.match(/.{4}/g)?.join('-') ?? code
}
