import { useTranslations } from 'next-intl'
import type { LevelCard } from '@/components/exams/levels'
import { hrefIn } from '@/components/shell/locales'
import { RowLink } from '@/components/ui/row-link'

/** The ways from today to all the other days, and to how a score comes about. */
export function PastDays({ level, locale }: { level: LevelCard; locale: string }) {
  const t = useTranslations('home')
  const first = level.subjects[0]
  return (
    <section data-for-level={level.id} className="pt-6">
      <h2 className="pb-2 text-ink-3 text-meta">{t('pastOf', { level: level.title })}</h2>
      <ul className="border-rule border-t">
        {level.subjects.map(({ slug, shortTitle }) => (
          <RowLink key={slug} href={hrefIn(locale, `/practice/${slug}/archive`)} text={shortTitle} />
        ))}
        {first && <RowLink href={hrefIn(locale, `/practice/${first.slug}#marking`)} text={t('howMarked')} />}
      </ul>
    </section>
  )
}
