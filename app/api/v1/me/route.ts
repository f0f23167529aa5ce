import { eraseGuest } from '@/domain/data-rights/erase-commands'
import { askErasure } from '@/domain/data-rights/grace-commands'
import { eraseMeSchema, erasureOutput } from '@/domain/data-rights/input'
import { findToMerge } from '@/domain/merges/queries'
import { changeMeSchema } from '@/domain/users/input'
import { changeMe } from '@/domain/users/me-commands'
import { getMe } from '@/domain/users/me-queries'
import { meOutput } from '@/domain/users/output'
import type { User } from '@/domain/users/queries'
import { letter, linkTo } from '@/lib/auth/mails/letters'
import { provePassword } from '@/lib/auth/prove'
import { sendSoon } from '@/lib/deliveries/send'
import { outsideTheStore } from '@/lib/forget'
import { route } from '@/lib/route'
import { findGuestOf, noGuestCookie } from '@/lib/session'

/** A guest is not offered to itself. */
async function viewMe(user: User | null, request: Request) {
  const toMerge = user?.kind === 'member' ? await findToMerge(user, await findGuestOf(request.headers)) : null
  return getMe(user, toMerge)
}

export const GET = route(
  { summary: 'Who one is, and what one has chosen', auth: 'optional', output: meOutput },
  async ({ user, request }) => viewMe(user, request),
)

export const PATCH = route(
  {
    summary: "Change one's nickname, settings or goal, or agree to the privacy notice",
    auth: 'required',
    input: changeMeSchema,
    output: meOutput,
    refusals: ['no-member'],
  },
  async ({ user, body, now, request }) => {
    await changeMe(user, body, now)
    return viewMe(user, request)
  },
)

export const DELETE = route(
  {
    summary: 'Be deleted: members after seven days of grace, guests at once',
    auth: 'required',
    token: 'never',
    input: eraseMeSchema,
    output: erasureOutput,
    refusals: ['password-needed', 'wrong-password', 'last-admin'],
    limit: { max: 10, windowSeconds: 600 },
  },
  async ({ user, body, now, headers }) => {
    if (user.kind === 'guest') {
      await eraseGuest(user.id, now, outsideTheStore)
      headers.append('set-cookie', noGuestCookie())
      return { eraseAt: null }
    }
    await provePassword(user.id, body.password)
    const notice = (to: string, language: 'zh-CN' | 'en') =>
      letter('erasure', language, to, { signIn: linkTo(language, '/sign-in') })
    const eraseAt = await askErasure({ userId: user.id, sessionId: user.sessionId ?? '', notice }, now)
    sendSoon()
    return { eraseAt: eraseAt.toISOString() }
  },
)
