import { z } from 'zod'
import { route } from '@/lib/route'
import { describeApi } from './describe'
import { routes } from './routes'

export const GET = route(
  { summary: 'This description (OpenAPI 3.1)', auth: 'none', output: z.record(z.string(), z.unknown()) },
  async () => describeApi(routes),
)
