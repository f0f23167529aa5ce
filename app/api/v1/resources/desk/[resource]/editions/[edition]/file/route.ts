import { z } from 'zod'
import { editionParams } from '@/domain/resources/desk/input'
import { getEditionFile } from '@/domain/resources/desk/queries'
import { fileNameOf } from '@/domain/resources/editions'
import { mediaTypeOf } from '@/domain/resources/formats'
import { download } from '@/lib/http/download'
import { route } from '@/lib/route'
import { resourceKey, storage } from '@/lib/storage/storage'

export const GET = route(
  {
    summary: 'The file of any edition, for staff; it is not counted',
    auth: 'member',
    role: 'editor',
    params: editionParams,
    output: z.string(),
    media: 'application/octet-stream',
    refusals: ['not-found'],
  },
  async ({ params, request }) => {
    const { format, hash, bytes, createdAt, ...named } = await getEditionFile(params.resource, params.edition)
    const file = { name: fileNameOf(named), extension: format, mime: mediaTypeOf(format), hash, bytes }
    const key = resourceKey(hash)
    return download(request, { ...file, key, changedAt: createdAt, visibility: 'private' }, storage())
  },
)
