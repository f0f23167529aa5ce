import { sizeWords } from '@/components/uploads/size-words'
import type { Letter } from '@/domain/deliveries/commands'
import { fileNameOf } from '@/domain/resources/editions'
import type { ResourceFile } from '@/domain/resources/queries'
import { type Language, letter, linkTo } from '@/lib/auth/mails/letters'
import { resourceKey } from '@/lib/storage/storage'

/** Many mail servers take no more, once it is written in the letters of a mail: a third longer. */
const largestAttachment = 10 * 1024 * 1024

type Asked = { resource: string; email: string; language: Language; file: ResourceFile }

/** A file by mail: what it is, the way to it, and the file itself where it is not too large. */
export function fileLetter({ resource, email, language, file }: Asked): Letter {
  const { title, edition, format, bytes, hash } = file
  const size = `${format.toUpperCase()} · ${sizeWords(bytes)}`
  const link = linkTo(language, `/resources/${resource}`)
  if (bytes > largestAttachment) return letter('fileLink', language, email, { title, edition, size, link })
  return {
    ...letter('file', language, email, { title, edition, size, link }),
    attachment: { key: resourceKey(hash), name: `${fileNameOf(file)}.${format}` },
  }
}
