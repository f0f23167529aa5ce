import { z } from 'zod'
import { firstExam } from '@/domain/exams/queries'
import { createResource } from '@/domain/resources/desk/commands'
import { newResourceSchema } from '@/domain/resources/desk/input'
import { resourceDeskListOutput } from '@/domain/resources/desk/output'
import { listDeskResources } from '@/domain/resources/desk/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'All study material as its desk shows it: drafts and what was retired too',
    auth: 'member',
    role: 'editor',
    output: resourceDeskListOutput,
    refusals: ['not-found'],
  },
  async () => listDeskResources((await firstExam()).slug),
)

export const POST = route(
  {
    summary: 'Make a draft of a piece of study material; its file comes as an edition',
    auth: 'member',
    role: 'editor',
    input: newResourceSchema,
    output: z.object({ id: z.string() }),
    status: 201,
    refusals: ['not-found', 'id-taken'],
  },
  async ({ user, body, now }) => {
    await createResource(user, await firstExam(), body, now)
    return { id: body.id }
  },
)
