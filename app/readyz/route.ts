import { z } from 'zod'
import { readiness } from '@/lib/health'
import { route } from '@/lib/route'

const output = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.string()) })

export const GET = route({ summary: 'May it get traffic?', auth: 'none', output }, async ({ now }) => {
  const state = await readiness(now)
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
})
