import { retireSubsidy } from '@/domain/subsidies/desk-commands'
import { subsidyParams } from '@/domain/subsidies/desk-input'
import { subsidyDeskOutput } from '@/domain/subsidies/output'
import { route } from '@/lib/route'
import { subsidyDesk } from '../../desk-of'

export const POST = route(
  {
    summary: 'Take a subsidy out of the finder',
    auth: 'member',
    role: 'editor',
    params: subsidyParams,
    output: subsidyDeskOutput,
    refusals: ['not-found'],
  },
  async ({ user, params, now }) => retireSubsidy(await subsidyDesk(user.id, now), params.subsidy, now),
)
