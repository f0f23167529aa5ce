import { addEdition } from '@/domain/laws/commands'
import { newEditionSchema } from '@/domain/laws/input'
import { listLaws } from '@/domain/laws/list-queries'
import { lawOutput, lawsOutput } from '@/domain/laws/output'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The register of laws: their editions, and for which sittings the questions on each are set',
    auth: 'member',
    role: 'editor',
    output: lawsOutput,
  },
  ({ now }) => listLaws(now),
)

export const POST = route(
  {
    summary: 'Enter a new edition of a law: it ends the one before, and withholds its questions from later sittings',
    auth: 'member',
    role: 'reviewer',
    input: newEditionSchema,
    output: lawOutput,
    status: 201,
    refusals: ['id-taken'],
  },
  ({ user, body, now }) => addEdition(user.id, body, now),
)
