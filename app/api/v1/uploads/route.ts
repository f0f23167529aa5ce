import { beginUpload } from '@/domain/uploads/commands'
import { uploadRequest } from '@/domain/uploads/input'
import { uploadOutput } from '@/domain/uploads/output'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'Begin to upload a file in parts',
    auth: 'member',
    role: 'editor',
    input: uploadRequest,
    output: uploadOutput,
    status: 201,
    refusals: ['too-large', 'too-many'],
  },
  async ({ user, body, now }) => {
    const { id, fileName, bytes, partBytes } = await beginUpload(user.id, body, now)
    return { id, fileName, bytes, partBytes, received: [] }
  },
)
