import { z } from 'zod'
import { route } from '@/lib/route'

export const GET = route(
  { summary: 'Is the process alive?', auth: 'none', output: z.object({ status: z.literal('ok') }) },
  async () => ({ status: 'ok' as const }),
)
