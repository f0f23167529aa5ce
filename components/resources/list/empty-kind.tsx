import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LevelCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { buttonLook } from '@/components/ui/button'
import type { ResourceKind } from '@/domain/resources/input'

const reasons = ['past-papers', 'mock-papers'] as const

/** Kinds that have a reason of their own to be empty, and are shown with it. */
export const isExplained = (kind: ResourceKind): kind is (typeof reasons)[number] =>
  reasons.some((reason) => reason === kind)

type EmptyKindProps = {
  kind: ResourceKind
  level: LevelCard
  locale: string
  /** Whether to offer something to do instead: once on a page is enough. */
  offers: boolean
}

/** Nothing is here: why, and what to do now. */
export function EmptyKind({ kind, level, locale, offers }: EmptyKindProps) {
  const t = useTranslations('resources')
  return (
    <div className="grid justify-items-start gap-3 border-rule border-b py-5">
      <p className="max-w-[36em] text-ink-2 text-small">
        {t(isExplained(kind) ? `empty.${kind}` : 'empty.other')}
        {offers && t('empty.offer')}
      </p>
      {offers && (
        <ul className="flex flex-wrap gap-2">
          {level.subjects.map(({ slug, shortTitle }) => (
            <li key={slug}>
              <Link
                href={hrefIn(locale, `/practice/${slug}/custom`)}
                prefetch={false}
                className={buttonLook('outlined', 'text-small')}
              >
                {t('drill', { subject: shortTitle })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
