import { z } from 'zod'
import { getMedia } from '@/domain/media/queries'
import { Refusal } from '@/lib/errors'
import { route } from '@/lib/route'
import { mediaKey, storage } from '@/lib/storage/storage'

/** A picture never changes: its address is its hash. What it holds is shown, and never run. */
const always = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
}

export const GET = route(
  {
    summary: 'A picture of a question, by the hash that its text names',
    auth: 'none',
    params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.string(),
    media: 'image/*',
    limit: { max: 3000, windowSeconds: 60 },
  },
  async ({ params: { hash }, request }) => {
    const { mime } = await getMedia(hash)
    const headers = { ...always, 'content-type': mime, etag: `"${hash}"` }
    if (request.headers.get('if-none-match')?.includes(hash)) return new Response(null, { status: 304, headers })
    const found = await storage().stream(mediaKey(hash))
    if (!found) throw new Refusal('not-found')
    return new Response(found.body, { headers: { ...headers, 'content-length': String(found.bytes) } })
  },
)
