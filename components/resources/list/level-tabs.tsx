import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { LevelCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { listPath, slugOf } from '../scope'

type LevelTabsProps = { levels: readonly LevelCard[]; chosen: string; locale: string }

/** 初级, 中级, 高级: each with everything it has. */
export function LevelTabs({ levels, chosen, locale }: LevelTabsProps) {
  const t = useTranslations('resources')
  return (
    <nav aria-label={t('levels')} className="mt-3 border-rule border-b">
      <ul className="-mx-3 flex flex-wrap gap-1">
        {levels.map((level) => (
          <li key={level.id}>
            <Link
              href={hrefIn(locale, listPath({ level: slugOf(level) }))}
              prefetch={false}
              aria-current={level.id === chosen ? 'page' : undefined}
              className="inline-flex min-h-11 items-center border-transparent border-b-2 px-3 text-ink-2 -outline-offset-2 aria-[current=page]:border-pencil aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {level.title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
