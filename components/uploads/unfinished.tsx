import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { percentOf, receivedBytes } from './parts'
import { findUpload } from './queries'
import { type Remembered, uploadsFor } from './remembered'

/** What was begun here before a reload, and how far it came. The file itself no page may open again by itself. */
export function Unfinished({ purpose }: { purpose: string }) {
  const { data } = useQuery({
    queryKey: ['unfinished-upload', purpose],
    queryFn: async () => {
      const [known] = uploadsFor(purpose)
      const upload = known ? await findUpload(known.id) : null
      return known && upload ? { known, percent: percentOf(receivedBytes(upload), upload.bytes) } : null
    },
    gcTime: 0,
    retry: false,
  })
  return data ? <Left {...data} /> : null
}

function Left({ known, percent }: { known: Remembered; percent: number }) {
  const t = useTranslations('uploads')
  return (
    <p className="border-part border-l-2 bg-part-wash px-3 py-2 text-small">
      {t('left', { name: known.name, percent })}
    </p>
  )
}
