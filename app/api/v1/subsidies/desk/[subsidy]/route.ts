import { changeSubsidy } from '@/domain/subsidies/desk-commands'
import { subsidyChangeSchema, subsidyParams } from '@/domain/subsidies/desk-input'
import { subsidyDeskOutput } from '@/domain/subsidies/output'
import { route } from '@/lib/route'
import { subsidyDesk } from '../desk-of'

export const PUT = route(
  {
    summary: 'Say anew what is known of a subsidy; one that was retired is found again',
    auth: 'member',
    role: 'editor',
    params: subsidyParams,
    input: subsidyChangeSchema,
    output: subsidyDeskOutput,
    refusals: ['not-found', 'stale'],
  },
  async ({ user, params, body, now }) =>
    changeSubsidy(await subsidyDesk(user.id, now, body.level), params.subsidy, body, now),
)
