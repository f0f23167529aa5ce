import { z } from 'zod'
import { fileNameOf } from '@/domain/resources/editions'
import { mediaTypeOf } from '@/domain/resources/formats'
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
    media: 'application/octet-stream',
    refusals: ['not-found'],
    limit: { max: 300, windowSeconds: 60 },
  },
  async ({ params: { resource }, query, request, now }) => {
    const { format, hash, bytes, createdAt, ...named } = await getResourceFile(resource)
    const file = { name: fileNameOf(named), extension: format, mime: mediaTypeOf(format), hash, bytes }
    const response = await download(request, { ...file, key: resourceKey(hash), changedAt: createdAt }, storage())
    if (query.for !== 'preview') noteDownload({ resource, request, response }, now)
    return response
  },
)
