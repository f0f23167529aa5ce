import { previewSchema } from '@/domain/question-desk/input'
import { renderedOutput } from '@/domain/question-desk/output'
import { previewQuestion } from '@/domain/question-desk/queries'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'A question as its candidates will see it, before it is saved',
    auth: 'member',
    role: 'editor',
    input: previewSchema,
    output: renderedOutput,
    maxBytes: 1024 * 1024,
  },
  ({ body }) => previewQuestion(body),
)
