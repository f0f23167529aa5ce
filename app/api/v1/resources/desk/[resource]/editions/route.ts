import { addEdition, requireResource } from '@/domain/resources/desk/edition-commands'
import { newEditionSchema } from '@/domain/resources/desk/input'
import { newEditionOutput } from '@/domain/resources/desk/output'
import { resourceParams } from '@/domain/resources/input'
import { getUpload } from '@/domain/uploads/queries'
import { route } from '@/lib/route'
import { keepUpload } from '@/lib/uploads/keep'

export const POST = route(
  {
    summary: 'Put an upload, all of whose parts are here, in the place of the current edition',
    auth: 'member',
    role: 'editor',
    params: resourceParams,
    input: newEditionSchema,
    output: newEditionOutput,
    status: 201,
    refusals: ['not-found', 'parts-missing', 'file-unknown', 'file-damaged', 'file-unsafe', 'too-large'],
  },
  async ({ user, params, body: { upload: id, ...given }, now }) => {
    const { resource } = params
    await requireResource(user, resource)
    const upload = await getUpload(user.id, id)
    return keepUpload(upload, (file) => addEdition(user, { resource, upload, file, ...given }, now))
  },
)
