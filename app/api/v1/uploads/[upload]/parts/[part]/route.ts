import { z } from 'zod'
import { partBytes, partParams } from '@/domain/uploads/input'
import { getUpload } from '@/domain/uploads/queries'
import { byteStream } from '@/lib/http/body'
import { route } from '@/lib/route'
import { receivePart } from '@/lib/uploads/parts'

export const PUT = route(
  {
    summary: 'A part of an upload, counted from 0: exactly its bytes; sent again it takes the place of what it was',
    auth: 'member',
    role: 'editor',
    params: partParams,
    raw: true,
    input: byteStream(),
    maxBytes: partBytes,
    output: z.void(),
    status: 204,
    refusals: ['not-found'],
  },
  async ({ user, params, body }) => receivePart(await getUpload(user.id, params.upload), params.part, body),
)
