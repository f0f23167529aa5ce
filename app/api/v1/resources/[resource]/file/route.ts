import { z } from 'zod'
import { resourceParams } from '@/domain/resources/input'
import { getResourceFile } from '@/domain/resources/queries'
import { download } from '@/lib/http/download'
import { route } from '@/lib/route'
import { resourceKey, storage } from '@/lib/storage/storage'
import { noteDownload } from './note-download'

/** Who looks at pages in the browser asks for parts of the file: that is reading, and no download. */
const fileQuery = z.object({ for: z.literal('preview').optional() })

export const GET = route(
  {
    summary:
      'The file of the current edition: ranges, ETag, a name in Chinese; counted once for a person and day, unless for a preview',
    auth: 'none',
    params: resourceParams,
    query: fileQuery,
    output: z.string(),
    media: 'application/pdf',
    refusals: ['not-found'],
    limit: { max: 300, windowSeconds: 60 },
  },
  async ({ params: { resource }, query, request, now }) => {
    const { title, edition, hash, bytes, createdAt } = await getResourceFile(resource)
    const named = { name: `${title}（${edition}版）`, extension: 'pdf', mime: 'application/pdf' }
    const file = { key: resourceKey(hash), hash, bytes, changedAt: createdAt, ...named }
    const response = await download(request, file, storage())
    if (query.for !== 'preview') await noteDownload({ resource, request, response }, now)
    return response
  },
)
