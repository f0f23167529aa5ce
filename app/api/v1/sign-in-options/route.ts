import { signInOptionsOutput } from '@/domain/accounts/output'
import { consentVersion } from '@/domain/users/consent'
import { configuredProviders } from '@/lib/auth/next-auth/providers'
import { delivery } from '@/lib/deliveries/mail'
import { route } from '@/lib/route'

export const GET = route(
  { summary: 'Which ways to sign in are set up here', auth: 'none', output: signInOptionsOutput },
  async () => ({
    providers: configuredProviders().map(({ id, name }) => ({ id, name })),
    delivery: delivery(),
    consentVersion,
  }),
)
