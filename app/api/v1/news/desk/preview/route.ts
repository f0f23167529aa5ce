import { newsPreviewSchema } from '@/domain/news/desk-input'
import { previewNews } from '@/domain/news/desk-queries'
import { newsPreviewOutput } from '@/domain/news/output'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'The text of a piece of news as its readers will see it, before it is saved',
    auth: 'member',
    role: 'editor',
    input: newsPreviewSchema,
    output: newsPreviewOutput,
    maxBytes: 256 * 1024,
  },
  async ({ body }) => previewNews(body.body),
)
