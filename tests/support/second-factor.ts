import { Secret, TOTP } from 'otpauth'
import type { Browser } from './world'

/** An authenticator app: the codes of one secret. */
export class AuthenticatorApp {
  constructor(readonly secret: string) {}

  /** The code it shows now, or so many seconds from now. */
  code(secondsAhead = 0) {
    const totp = new TOTP({ secret: Secret.fromBase32(this.secret) })
    return totp.generate({ timestamp: Date.now() + secondsAhead * 1000 })
  }
}

/** Switches on somebody's second factor, as the settings page does. */
export async function switchOn(browser: Browser, password?: string) {
  const begun = await browser.post<{ secret: string; uri: string; qr: string }>('/me/totp', { password })
  const app = new AuthenticatorApp(begun.body.secret)
  const confirmed = await browser.put<{ recoveryCodes: string[] }>('/me/totp', { code: app.code() })
  return { app, begun, confirmed, recoveryCodes: confirmed.body.recoveryCodes }
}
