import { z } from 'zod'
import { route } from '@/lib/route'
import { zipOf } from './archive'
import { exportFiles } from './files'

export const GET = route(
  {
    summary: 'Everything that is stored of oneself, as a zip of JSON and CSV files',
    auth: 'required',
    token: 'never',
    output: z.string().meta({ format: 'binary' }),
    media: 'application/zip',
    limit: { max: 5, windowSeconds: 3600 },
  },
  async ({ user, now, headers }) => {
    const day = now.toISOString().slice(0, 10)
    const name = encodeURIComponent(`一练-我的数据-${day}.zip`)
    headers.set('content-type', 'application/zip')
    // RFC 6266: a plain name for old programs, the real one for all others.
    headers.set('content-disposition', `attachment; filename="yilian-${day}.zip"; filename*=UTF-8''${name}`)
    return new Response(zipOf(await exportFiles(user.id, now), now), { headers })
  },
)
