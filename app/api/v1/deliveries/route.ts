import { deliveryQuerySchema } from '@/domain/deliveries/input'
import { deliveriesOutput } from '@/domain/deliveries/output'
import { listDeliveries } from '@/domain/deliveries/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'What was sent by mail, browser and SMS within 30 days, and what is on its way; never to whom',
    auth: 'member',
    role: 'admin',
    token: 'never',
    query: deliveryQuerySchema,
    output: deliveriesOutput,
    limit: { max: 120, windowSeconds: 60 },
  },
  ({ query }) => listDeliveries(query),
)
