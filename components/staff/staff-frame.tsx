import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { hrefIn } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import type { Role } from '@/domain/users/input'
import { type StaffPlace, staffPlaces } from './places'

type StaffFrameProps = {
  locale: string
  role: Role
  place: StaffPlace
  path: string
  title: string
  children: ReactNode
}

/** The frame of what only staff see: dense where the learner's side is airy. */
export function StaffFrame({ locale, role, place, path, title, children }: StaffFrameProps) {
  const t = useTranslations('staff')
  return (
    <PageFrame locale={locale} path={path}>
      <nav aria-label={t('label')} className="-mx-4 border-rule border-b px-4 md:-mx-8 md:px-8">
        <ul className="-ml-2 flex flex-wrap gap-x-2">
          {staffPlaces(role).map((one) => (
            <li key={one.name}>
              <Link
                href={hrefIn(locale, one.path)}
                prefetch={false}
                aria-current={one.name === place ? 'page' : undefined}
                className="inline-flex min-h-11 items-center border-transparent border-b-2 px-2 text-ink-2 text-small -outline-offset-2 aria-[current=page]:border-pencil aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {t(one.name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h1 className="pt-5 font-semibold text-heading">{title}</h1>
      <div className="pb-10">{children}</div>
    </PageFrame>
  )
}
