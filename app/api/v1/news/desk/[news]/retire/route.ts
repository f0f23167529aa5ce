import { retireNews } from '@/domain/news/desk-commands'
import { newsParams } from '@/domain/news/input'
import { newsDeskOutput } from '@/domain/news/output'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Take a piece of news away from readers',
    auth: 'member',
    role: 'editor',
    params: newsParams,
    output: newsDeskOutput,
    refusals: ['not-found'],
  },
  ({ user, params, now }) => retireNews(user.id, params.news, now),
)
