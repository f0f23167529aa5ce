import { useTranslations } from 'next-intl'
import { exportFormats } from '@/domain/formats/writing'

/** The bank of a subject as a file, in whatever format another program reads. */
export function ExportLinks({ subject }: { subject: string }) {
  const t = useTranslations('bank')
  return (
    <details className="relative">
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center rounded-button border-[1.5px] border-edge px-3 font-semibold text-deed text-small max-md:min-h-11 [&::-webkit-details-marker]:hidden">
        {t('export')}
      </summary>
      <ul className="absolute right-0 z-10 mt-1 w-max rounded-button border border-edge bg-paper px-4 py-1 text-small">
        {exportFormats.map((format) => (
          <li key={format} className="border-rule not-first:border-t">
            <a
              href={`/api/v1/subjects/${subject}/export?format=${format}`}
              download
              className="flex min-h-11 items-center text-deed"
            >
              {t(`format.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
