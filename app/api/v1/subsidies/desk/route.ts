import { addSubsidy } from '@/domain/subsidies/desk-commands'
import { newSubsidySchema } from '@/domain/subsidies/desk-input'
import { listSubsidyDesk } from '@/domain/subsidies/desk-queries'
import { subsidyDeskListOutput, subsidyDeskOutput } from '@/domain/subsidies/output'
import { route } from '@/lib/route'
import { subsidyDesk } from './desk-of'

export const GET = route(
  {
    summary: 'All subsidies for editors, also those that were retired',
    auth: 'member',
    role: 'editor',
    output: subsidyDeskListOutput,
  },
  async ({ user, now }) => {
    const { exam, today } = await subsidyDesk(user.id, now)
    return listSubsidyDesk(exam, today)
  },
)

export const POST = route(
  {
    summary: 'Add a subsidy of a place and a year, which readers find at once',
    auth: 'member',
    role: 'editor',
    input: newSubsidySchema,
    output: subsidyDeskOutput,
    status: 201,
    refusals: ['id-taken'],
  },
  async ({ user, body, now }) => addSubsidy(await subsidyDesk(user.id, now, body.level), body, now),
)
