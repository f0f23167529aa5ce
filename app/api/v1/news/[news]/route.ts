import { newsParams } from '@/domain/news/input'
import { newsOutput } from '@/domain/news/output'
import { getNews } from '@/domain/news/queries'
import { route } from '@/lib/route'

export const GET = route(
  {
    summary: 'A piece of news: its text, where it comes from, whether the original was read',
    auth: 'none',
    params: newsParams,
    output: newsOutput,
    refusals: ['not-found'],
  },
  ({ params }) => getNews(params.news),
)
