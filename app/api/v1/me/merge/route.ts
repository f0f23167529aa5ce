import { declineMerge, joinGuest } from '@/domain/merges/commands'
import { joinedOutput, mergeSchema, toMergeOutput } from '@/domain/merges/output'
import { findToMerge } from '@/domain/merges/queries'
import { route } from '@/lib/route'
import { findGuestOf, guestHashOf, noGuestCookie } from '@/lib/session'

export const GET = route(
  { summary: "What this browser's guest would bring to an account", auth: 'optional', output: toMergeOutput },
  async ({ user, request }) => ({ toMerge: await findToMerge(user, await findGuestOf(request.headers)) }),
)

export const POST = route(
  {
    summary: "Join this browser's guest to one's account, or leave it as it is",
    auth: 'member',
    token: 'never',
    input: mergeSchema,
    output: joinedOutput,
    limit: { max: 30, windowSeconds: 60 },
  },
  async ({ user, body, now, request, headers }) => {
    const member = { userId: user.id, sessionId: user.sessionId ?? '' }
    if (!body.join) {
      await declineMerge(member.sessionId, now)
      return { joined: null }
    }
    const guestHash = guestHashOf(request.headers)
    const joined = guestHash ? await joinGuest(member, guestHash, now) : null
    headers.append('set-cookie', noGuestCookie())
    return { joined }
  },
)
