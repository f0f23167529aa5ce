import { useTranslations } from 'next-intl'
import type { Section } from '@/domain/exams/definition'
import { type MarkingExample, markingExample } from './marking-example'
import { useSectionTitle } from './paper-facts'

/** The paper's marking rules in words, a worked example where the rule is not plain. */
export function MarkingRules({ sections, locale }: { sections: readonly Section[]; locale: string }) {
  const t = useTranslations('subject')
  const sectionTitle = useSectionTitle(locale)
  return (
    <>
      <dl className="border-rule border-t">
        {sections.map((section) => (
          <div key={section.id} className="border-rule border-b py-3">
            <dt className="font-semibold text-small">{sectionTitle(section)}</dt>
            <dd className="text-small">
              <Rule section={section} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="pt-3 text-ink-2 text-small">{t('markingNote')}</p>
    </>
  )
}

function Rule({ section: { type, rule, points, options = 5 } }: { section: Section }) {
  const t = useTranslations('subject.rules')
  if (type === 'essay') return t('self', { points })
  if (type === 'fill') return t(rule === 'half-per-option' || rule === 'proportional' ? 'blanks' : 'exact', { points })
  if (type !== 'multiple') return t('exact', { points })
  if (rule !== 'half-per-option' && rule !== 'proportional') return t('exactMultiple', { points })
  const example = markingExample(options, rule, points)
  return (
    <>
      {rule === 'half-per-option' ? t('half', { points, each: example.each ?? 0 }) : t('proportional', { points })}
      <Example example={example} />
    </>
  )
}

function Example({ example }: { example: MarkingExample }) {
  const t = useTranslations('subject')
  return (
    <div className="mt-2 bg-sunk px-3 py-2">
      <p>{t('example', { key: example.key })}</p>
      <ul>
        {example.answers.map(({ answer, score }) => (
          <li key={answer} className="flex flex-wrap gap-x-4">
            <span className="min-w-28">{t('exampleAnswer', { answer })}</span>
            <span className="text-seal-text">{t('exampleScore', { score })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
