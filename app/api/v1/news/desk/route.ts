import { firstExam } from '@/domain/exams/queries'
import { createNews } from '@/domain/news/desk-commands'
import { newNewsSchema, newsDeskQuerySchema } from '@/domain/news/desk-input'
import { listNewsDesk } from '@/domain/news/desk-queries'
import { newsDeskListOutput, newsDeskOutput } from '@/domain/news/output'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'All news for editors, drafts and what was retired among them, the latest first',
    auth: 'member',
    role: 'editor',
    query: newsDeskQuerySchema,
    output: newsDeskListOutput,
  },
  async ({ query }) => listNewsDesk((await firstExam()).slug, query),
)

export const POST = route(
  {
    summary: 'Write a piece of news, as a draft that only editors see',
    auth: 'member',
    role: 'editor',
    input: newNewsSchema,
    output: newsDeskOutput,
    status: 201,
    refusals: ['id-taken'],
    maxBytes: 256 * 1024,
  },
  async ({ user, body, now }) => createNews(user.id, (await firstExam()).slug, body, now),
)
