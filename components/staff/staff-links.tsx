'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import type { Role } from '@/domain/users/input'
import { staffPlaces } from './places'

/** The way to the pages of the staff, for those who are. */
export function StaffLinks({ role }: { role: Role }) {
  const t = useTranslations('staff')
  const locale = useLocale()
  if (role === 'learner') return null
  return (
    <nav aria-label={t('label')} className="mb-8 flex flex-wrap items-center gap-x-4 border-rule border-y">
      <span className="text-ink-3 text-small">{t('label')}</span>
      {staffPlaces(role).map(({ name, path }) => (
        <Link
          key={name}
          href={hrefIn(locale, path)}
          prefetch={false}
          className="inline-flex min-h-11 items-center px-2 text-deed text-small"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}
