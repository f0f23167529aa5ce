import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { hrefIn } from '@/components/shell/locales'
import { PageFrame } from '@/components/shell/page-frame'
import { buttonLook } from '@/components/ui/button'

type ClosedDoorProps = { locale: string; path: string; why: 'nobody' | 'without-factor' }

/** What has to be done before a page of the staff opens. */
export function ClosedDoor({ locale, path, why }: ClosedDoorProps) {
  const t = useTranslations(`staff.${why}`)
  const to =
    why === 'nobody'
      ? `${hrefIn(locale, '/sign-in')}?next=${encodeURIComponent(hrefIn(locale, path))}`
      : '/settings#factor'
  return (
    <PageFrame locale={locale} path={path}>
      <div className="mx-auto w-full max-w-[42rem] pt-16 pb-16">
        <h1 className="font-song text-heading">{t('title')}</h1>
        <p className="pt-2 text-ink-2">{t('detail')}</p>
        <Link
          href={why === 'nobody' ? to : hrefIn(locale, to)}
          prefetch={false}
          className={buttonLook('filled', 'mt-6')}
        >
          {t('action')}
        </Link>
      </div>
    </PageFrame>
  )
}
