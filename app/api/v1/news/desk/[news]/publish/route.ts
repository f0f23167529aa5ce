import { publishNews } from '@/domain/news/desk-commands'
import { newsParams } from '@/domain/news/input'
import { newsDeskOutput } from '@/domain/news/output'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Bring a piece of news before readers: page, list and feed',
    auth: 'member',
    role: 'editor',
    params: newsParams,
    output: newsDeskOutput,
    refusals: ['not-found'],
  },
  ({ user, params, now }) => publishNews(user.id, params.news, now),
)
