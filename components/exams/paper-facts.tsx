import { useTranslations } from 'next-intl'
import { inLocale } from '@/components/shell/locales'
import type { Section } from '@/domain/exams/definition'
import type { LevelCard, SubjectCard } from './levels'

/** What a section is called: its own title where the exam gives one, else its type's. */
export function useSectionTitle(locale: string) {
  const t = useTranslations('subject.types')
  return (section: Section) => (section.title ? inLocale(section.title, locale) : t(section.type))
}

/** The official paper in figures, and how far they can be trusted. */
export function PaperFacts({ subject, level, locale }: { subject: SubjectCard; level: LevelCard; locale: string }) {
  const t = useTranslations('subject')
  const { sections, limitSeconds, passMark, certainty } = subject.paper
  const sectionTitle = useSectionTitle(locale)
  const total = sections.reduce((sum, section) => sum + section.count * section.points, 0)
  const cell = 'py-2 pl-2 text-end font-normal'
  return (
    <>
      <table className="w-full wrap-anywhere border-rule border-t text-small">
        <caption className="sr-only">{t('paperCaption', { subject: subject.title })}</caption>
        <thead className="text-ink-3 text-meta">
          <tr className="border-rule border-b">
            <th scope="col" className="py-2 text-left font-normal">
              {t('part')}
            </th>
            {(['count', 'each', 'sum'] as const).map((column) => (
              <th key={column} scope="col" className={cell}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section.id} className="border-rule border-b">
              <th scope="row" className="py-2 text-left font-normal">
                {sectionTitle(section)}
              </th>
              <td className={cell}>{section.count}</td>
              <td className={cell}>{t('cell', { points: section.points })}</td>
              <td className={cell}>{t('cell', { points: section.count * section.points })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-rule border-b font-semibold">
            <th scope="row" className="py-2 text-left">
              {t('total')}
            </th>
            <td className="py-2 pl-2 text-end">{sections.reduce((sum, section) => sum + section.count, 0)}</td>
            <td />
            <td className="py-2 pl-2 text-end">{t('cell', { points: total })}</td>
          </tr>
        </tfoot>
      </table>
      <dl className="grid grid-cols-[minmax(min-content,auto)_minmax(0,1fr)] gap-x-6 pt-3 text-small [&_dd]:py-1 [&_dt]:py-1 [&_dt]:text-ink-3">
        <dt>{t('minutes')}</dt>
        <dd>{t('minutesOf', { minutes: limitSeconds / 60 })}</dd>
        <dt>{t('passMark')}</dt>
        <dd>{t('points', { points: passMark })}</dd>
        <dt>{t('passing')}</dt>
        <dd>{level.passing}</dd>
        <dt>{t('source')}</dt>
        <dd className={certainty === 'unverified' ? 'font-semibold text-part' : ''}>{t(`certainty.${certainty}`)}</dd>
      </dl>
    </>
  )
}
