import { useLocale, useTranslations } from 'next-intl'

const formats = ['xlsx', 'docx'] as const

/** Files to begin with: filled in, they come in without a finding. */
export function Templates() {
  const t = useTranslations('imports')
  const locale = useLocale()
  return (
    <p className="-ml-2 flex flex-wrap items-center gap-x-2 text-small">
      <span className="pl-2 text-ink-2">{t('templates')}</span>
      {formats.map((format) => (
        <a
          key={format}
          href={`/api/v1/imports/templates/${format}?locale=${locale}`}
          download
          className="inline-flex min-h-11 items-center px-2 font-semibold text-deed"
        >
          {t(`template.${format}`)}
        </a>
      ))}
    </p>
  )
}
