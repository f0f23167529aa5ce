import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SubjectCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'

export function ArchiveHead({ subject, locale }: { subject: SubjectCard; locale: string }) {
  const t = useTranslations('archive')
  return (
    <header>
      <p className="text-meta">
        <Link
          href={hrefIn(locale, `/practice/${subject.slug}`)}
          className="-ml-2 inline-flex min-h-6 items-center px-2 text-deed"
        >
          {subject.title}
        </Link>
      </p>
      <h1 className="font-song text-heading md:text-title">{t('title')}</h1>
    </header>
  )
}
