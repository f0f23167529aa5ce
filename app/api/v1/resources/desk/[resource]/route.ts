import { z } from 'zod'
import { firstExam } from '@/domain/exams/queries'
import { changeResource } from '@/domain/resources/desk/commands'
import { resourceChangeSchema } from '@/domain/resources/desk/input'
import { resourceDeskOutput } from '@/domain/resources/desk/output'
import { getDeskResource } from '@/domain/resources/desk/queries'
import { resourceParams } from '@/domain/resources/input'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A piece of study material with all its editions, as its desk shows it',
    auth: 'member',
    role: 'editor',
    params: resourceParams,
    output: resourceDeskOutput,
    refusals: ['not-found'],
  },
  async ({ params }) => getDeskResource((await firstExam()).slug, params.resource),
)

export const PATCH = route(
  {
    summary: 'Change what is said of a piece of study material; from then on it stands against the files of a release',
    auth: 'member',
    role: 'editor',
    params: resourceParams,
    input: resourceChangeSchema,
    output: z.void(),
    status: 204,
    refusals: ['not-found'],
  },
  ({ user, params, body, now }) => changeResource(user, params.resource, body, now),
)
