import { z } from 'zod'
import { noteExport } from '@/domain/banks/export-commands'
import { readBank } from '@/domain/banks/export-queries'
import { exportQuerySchema, statusesOf } from '@/domain/banks/input'
import { writeBank } from '@/domain/formats/write'
import { text } from '@/domain/questions/input'
import { attachment } from '@/lib/http/attachment'
import { route } from '@/lib/route'
import { mediaKey, storage } from '@/lib/storage/storage'

export const GET = route(
  {
    summary: 'A subject’s questions as a file; the header X-Losses counts what the format could not hold',
    auth: 'member',
    role: 'editor',
    params: z.object({ subject: text(100) }),
    query: exportQuerySchema,
    output: z.string().meta({ format: 'binary' }),
    media: 'application/octet-stream',
    limit: { max: 20, windowSeconds: 600 },
  },
  async ({ user, params: { subject }, query: { format, status, locale }, now, headers }) => {
    const store = storage()
    const picture = (hash: string) => store.read(mediaKey(hash))
    await noteExport(user, { subject, format }, now)
    const bank = await readBank({ subject, statuses: statusesOf[status], locale, picture }, now)
    const { bytes, mime, extension, losses } = await writeBank(format, bank, locale)
    headers.set('x-losses', String(losses.length))
    const name = `${bank.subject.title}-${now.toISOString().slice(0, 10)}`
    return attachment({ bytes, mime, name, extension }, headers)
  },
)
