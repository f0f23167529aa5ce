import { z } from 'zod'
import { forgetUpload } from '@/domain/uploads/commands'
import { uploadParams } from '@/domain/uploads/input'
import { uploadOutput } from '@/domain/uploads/output'
import { getUpload } from '@/domain/uploads/queries'
import { route } from '@/lib/route'
import { dropParts, listParts } from '@/lib/uploads/parts'

export const GET = route(
  {
    summary: 'An upload of one’s own: which of its parts are here',
    auth: 'member',
    role: 'editor',
    params: uploadParams,
    output: uploadOutput,
    refusals: ['not-found'],
  },
  async ({ user, params }) => {
    const upload = await getUpload(user.id, params.upload)
    const { id, fileName, bytes, partBytes } = upload
    return { id, fileName, bytes, partBytes, received: await listParts(upload) }
  },
)

export const DELETE = route(
  {
    summary: 'Give an upload up: its parts go',
    auth: 'member',
    role: 'editor',
    params: uploadParams,
    output: z.void(),
    status: 204,
    refusals: ['not-found'],
  },
  async ({ user, params }) => {
    const upload = await getUpload(user.id, params.upload)
    // The parts first: where the storage refuses, it can be asked again.
    await dropParts(upload)
    await forgetUpload(upload)
  },
)
