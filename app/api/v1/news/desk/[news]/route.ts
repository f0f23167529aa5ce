import { changeNews } from '@/domain/news/desk-commands'
import { newsChangeSchema } from '@/domain/news/desk-input'
import { getDeskNews } from '@/domain/news/desk-queries'
import { newsParams } from '@/domain/news/input'
import { newsDeskOutput } from '@/domain/news/output'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A piece of news for editors, whatever its state, with its text in Markdown',
    auth: 'member',
    role: 'editor',
    params: newsParams,
    output: newsDeskOutput,
    refusals: ['not-found'],
  },
  ({ params }) => getDeskNews(params.news),
)

export const PUT = route(
  {
    summary: 'Write a piece of news anew; what is published changes before its readers',
    auth: 'member',
    role: 'editor',
    params: newsParams,
    input: newsChangeSchema,
    output: newsDeskOutput,
    refusals: ['not-found', 'stale'],
    maxBytes: 256 * 1024,
  },
  ({ user, params, body, now }) => changeNews(user.id, params.news, body, now),
)
