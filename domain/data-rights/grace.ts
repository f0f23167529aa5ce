/**
 * When a person who asked for it is deleted, and who may ask.
 *
 * Rule: a guest is gone at once. A member has 7 days to think again: meanwhile other devices are signed out and tokens are
 * dead, but one may sign in and take it back. Who asks gives the password; an account without one (signed in elsewhere)
 * must have signed in within the last 15 minutes. The last admin who may act cannot go. Source: product.md, data rights.
 *
 * Example: asked on 1 March at 9:00 → deleted by the first hourly job after 8 March, 9:00.
 */
const graceDays = 7
const freshMs = 15 * 60_000

export const eraseAtFor = (now: Date) => new Date(now.getTime() + graceDays * 86_400_000)

/** Whether a session began so lately that it stands for a password. */
export const isFresh = (sessionCreatedAt: Date, now: Date) => now.getTime() - sessionCreatedAt.getTime() <= freshMs
