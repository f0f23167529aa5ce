import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { pictureMarkdown, pictureOf } from '@/domain/formats/media'
import { addMedia } from '@/domain/media/commands'
import { Refusal } from '@/lib/errors'
import { upload } from '@/lib/http/multipart'
import { route } from '@/lib/route'
import { mediaKey, storage } from '@/lib/storage/storage'

const mostBytes = 5 * 1024 * 1024

export const POST = route(
  {
    summary: 'Upload a picture for a question: PNG, JPEG, GIF, WebP or BMP, told by its content',
    auth: 'member',
    role: 'editor',
    form: true,
    input: z.object({ file: upload(), alt: z.string().max(200).default('') }),
    output: z.object({ hash: z.string(), mime: z.string(), markdown: z.string() }),
    status: 201,
    maxBytes: mostBytes,
    limit: { max: 120, windowSeconds: 60 },
  },
  async ({ user, body: { file, alt }, now }) => {
    const picture = pictureOf(await readFile(file.path), file.fileName)
    if (!picture)
      throw new Refusal('invalid', { errors: [{ path: 'body.file', code: 'no-picture', message: 'is no picture' }] })
    const { hash, mime } = picture
    await storage().adopt(mediaKey(hash), file.path)
    await addMedia({ userId: user.id, hash, mime, bytes: file.bytes }, now)
    return { hash, mime, markdown: pictureMarkdown(hash, alt) }
  },
)
