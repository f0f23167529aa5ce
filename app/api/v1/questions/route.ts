import { listBank } from '@/domain/question-desk/bank-queries'
import { createQuestion } from '@/domain/question-desk/create-commands'
import { bankQuerySchema, newQuestionSchema } from '@/domain/question-desk/input'
import { bankOutput, savedOutput } from '@/domain/question-desk/output'
import { deskOf } from '@/lib/auth/staff'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'The bank of a subject, filtered and searched',
    auth: 'member',
    role: 'editor',
    query: bankQuerySchema,
    output: bankOutput,
  },
  ({ user, query, now }) => listBank(user, query, now),
)

export const POST = route(
  {
    summary: 'Write a new question',
    auth: 'member',
    role: 'editor',
    input: newQuestionSchema,
    output: savedOutput,
    status: 201,
    refusals: ['not-found'],
    maxBytes: 1024 * 1024,
  },
  ({ user, body, now }) => createQuestion(deskOf(user), body, now),
)
