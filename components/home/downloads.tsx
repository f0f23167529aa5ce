import { useTranslations } from 'next-intl'
import type { LevelCard } from '@/components/exams/levels'
import { listPath, slugOf } from '@/components/resources/scope'
import { hrefIn } from '@/components/shell/locales'
import { RowLink } from '@/components/ui/row-link'

const kinds = ['exam-skills', 'key-points'] as const

/** The ways from today to the files of one's level. */
export function Downloads({ level, locale }: { level: LevelCard; locale: string }) {
  const t = useTranslations('home.downloads')
  const slug = slugOf(level)
  return (
    <section data-for-level={level.id} className="pt-6">
      <h2 className="pb-2 text-ink-3 text-meta">{t('title', { level: level.title })}</h2>
      <ul className="border-rule border-t">
        {kinds.map((kind) => (
          <RowLink key={kind} href={hrefIn(locale, listPath({ level: slug, kind }))} text={t(kind)} />
        ))}
        <RowLink href={hrefIn(locale, listPath({ level: slug }))} text={t('all')} />
      </ul>
    </section>
  )
}
