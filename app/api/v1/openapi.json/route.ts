import { z } from 'zod'
import { describeApi } from '@/lib/openapi'
import { route } from '@/lib/route'
import { routes } from './routes'

export const GET = route(
  { summary: 'This description (OpenAPI 3.1)', auth: 'none', output: z.record(z.string(), z.unknown()) },
  async () => describeApi(routes),
)
