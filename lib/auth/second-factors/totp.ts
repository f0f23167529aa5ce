import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'

// What every authenticator app understands: six digits, SHA-1, a new code each 30 seconds.
const period = 30
/** A phone's clock may be wrong by one step. */
const window = 1

/** 160 random bits in base 32. */
export const newSecret = () => new Secret({ size: 20 }).base32

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Yilian', label, secret: Secret.fromBase32(secret), period })

/** What an app reads from the picture. @param label tells one's accounts apart in the app. */
export const uriOf = (secret: string, label: string) => totpOf(secret, label).toString()

/** The address as a picture for a phone's camera: dark on light in both themes, or some cameras do not read it. */
export const qrOf = (uri: string) => renderSVG(uri, { border: 4 })

/** The time step, of 30 seconds since 1970, that a code of six digits belongs to; null when it is none of now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window })
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta
}
