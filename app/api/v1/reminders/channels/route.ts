import { channelsOutput } from '@/domain/reminders/output'
import { vapid } from '@/lib/deliveries/push'
import { hasSms } from '@/lib/deliveries/sms'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The ways beside mail by which this site can tell somebody, and the key that a browser needs for it',
    auth: 'none',
    output: channelsOutput,
  },
  async () => ({ push: vapid()?.publicKey ?? null, sms: hasSms() }),
)
