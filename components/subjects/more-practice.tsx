'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DrillName } from '@/components/drill/drill-name'
import { drillPath, practiceOf } from '@/components/drill/scope'
import { mistakeCountQuery } from '@/components/mistakes/queries'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { AttemptMode } from '@/domain/attempts/input'
import { useHasBegun, useOpenAttempts } from './use-open-attempts'

type MorePracticeProps = { subject: string; locale: string }

/** 错题 with how many there are. */
export function MistakesLink({ subject, locale }: MorePracticeProps) {
  const t = useTranslations('subject')
  const begun = useHasBegun()
  const { data = 0 } = useQuery({ ...mistakeCountQuery(subject), enabled: begun })
  return (
    <Link href={hrefIn(locale, `/mistakes?subject=${subject}`)} className={buttonLook('outlined')}>
      {data > 0 ? t('mistakesOf', { count: data }) : t('mistakes')}
    </Link>
  )
}

/** The day's set goes on from home, chapters from their rows; what is only read has no end. */
const elsewhere: readonly AttemptMode[] = ['daily', 'chapter', 'recite']

/** Drills that were begun and left; those of single chapters are said in the chapters' rows. */
export function OpenDrills({ subject, locale }: MorePracticeProps) {
  const t = useTranslations('subject')
  const open = useOpenAttempts(subject).filter((one) => !elsewhere.includes(one.mode))
  if (open.length === 0) return null
  return (
    <section aria-labelledby="open" className="pt-10">
      <h2 id="open" className="pb-3 font-semibold">
        {t('open')}
      </h2>
      <ul className="border-rule border-t">
        {open.map((one) => (
          <li key={one.id} className="flex items-center gap-x-4 border-rule border-b py-2">
            <span className="min-w-0 flex-1">
              <DrillName practice={practiceOf(one)} />
              <span className="block text-ink-3 text-meta">
                {t('openDone', { answered: one.answered, of: one.of })}
              </span>
            </span>
            <Link
              href={hrefIn(locale, `${drillPath(practiceOf(one))}&attempt=${one.id}`)}
              prefetch={false}
              className={buttonLook('outlined', 'shrink-0', 'small')}
            >
              {t('resume')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
