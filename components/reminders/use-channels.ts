import { useQuery } from '@tanstack/react-query'
import { useAwake } from '@/components/ui/use-awake'
import type { Channel } from '@/domain/deliveries/channels'
import { canBeTold } from './browser'
import { channelsQuery } from './queries'

/** The ways that this site has, and this browser can; mail is always one. */
export function useChannels(): { ways: Channel[]; pushKey: string | null; sms: boolean } {
  const awake = useAwake()
  const { data } = useQuery(channelsQuery)
  const pushKey = awake && data?.push && canBeTold() ? data.push : null
  const sms = data?.sms ?? false
  return { ways: ['mail', ...(pushKey ? ['push' as const] : []), ...(sms ? ['sms' as const] : [])], pushKey, sms }
}
