import { z } from 'zod'
import { endOtherSessions } from '@/domain/sessions/commands'
import { sessionsOutput } from '@/domain/sessions/output'
import { listSessions } from '@/domain/sessions/queries'
import { route } from '@/lib/route'

export const GET = route(
  { summary: "One's devices that are signed in", auth: 'member', token: 'never', output: sessionsOutput },
  async ({ user, now }) => {
    const sessions = await listSessions(user.id, now)
    const items = sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === user.sessionId,
    }))
    return { items, nextCursor: null }
  },
)

export const DELETE = route(
  {
    summary: 'Sign out all other devices',
    auth: 'member',
    token: 'never',
    output: z.object({ ended: z.int() }),
  },
  async ({ user }) => ({ ended: await endOtherSessions(user.id, user.sessionId ?? '') }),
)
