/** The ways by which somebody can be told. */
export const channels = ['mail', 'push', 'sms'] as const
export type Channel = (typeof channels)[number]

/** What a browser gives, base64url, so that only it can read what is sent to it (RFC 8291). */
export type PushKeys = { p256dh: string; auth: string }

/** On its way, handed over, or given up. */
export const deliveryStates = ['due', 'sent', 'given-up'] as const
