import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Faults } from '@/components/forms/use-form'
import { provinceOptions } from '@/components/regions/province-options'
import { SourceFields } from '@/components/sources/source-fields'
import { Field, Select, TextBox, Tick } from '@/components/ui/field'
import type { NewsKind } from '@/domain/news/input'
import type { NewsDeskView } from '@/domain/news/output'
import { useNewsFaults } from './news-failure'

type NewsFieldsProps = {
  kinds: readonly NewsKind[]
  known: NewsDeskView | null
  /** Of the exam's zone: what a new piece begins with. */
  today: string
  faults: Faults
}

/** What a piece of news is, of where and when, and on what it rests. */
export function NewsFields({ kinds, known, today, faults }: NewsFieldsProps) {
  const t = useTranslations('newsDesk')
  const words = useNewsFaults()
  return (
    <>
      <Field
        label={t('field.title')}
        name="title"
        lang="zh-CN"
        maxLength={120}
        autoComplete="off"
        defaultValue={known?.title}
        fault={words(faults.title)}
      />
      <TextBox
        label={t('field.summary')}
        hint={t('field.summaryHint')}
        name="summary"
        lang="zh-CN"
        rows={2}
        maxLength={300}
        defaultValue={known?.summary}
        fault={words(faults.summary)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 sm:grid-cols-2">
        <Choices kinds={kinds} known={known} />
        <Field
          label={t('field.place')}
          note={t('field.optional')}
          name="place"
          lang="zh-CN"
          maxLength={60}
          autoComplete="off"
          defaultValue={known?.place}
        />
        <Field
          label={t('field.publishedOn')}
          hint={t('field.publishedOnHint')}
          name="publishedOn"
          type="date"
          defaultValue={known?.publishedOn ?? today}
          fault={words(faults.publishedOn)}
        />
      </div>
      <SourceFields source={known?.source ?? null} fault={words(faults.sourceTitle)} />
      <Tick name="verified" value="yes" defaultChecked={known?.verified}>
        {t('field.verified')}
        <span className="block text-ink-3 text-meta">{t('field.verifiedHint')}</span>
      </Tick>
    </>
  )
}

function Choices({ kinds, known }: Pick<NewsFieldsProps, 'kinds' | 'known'>) {
  const t = useTranslations('newsDesk')
  const news = useTranslations('news')
  const locale = useLocale()
  const [kind, setKind] = useState<string>(known?.kind ?? kinds[0] ?? '')
  const [region, setRegion] = useState<string>(known?.region ?? '')
  return (
    <>
      <Select
        label={t('field.kind')}
        name="kind"
        value={kind}
        options={kinds.map((value) => ({ value, label: news(`kinds.${value}`) }))}
        onChange={setKind}
      />
      <Select
        label={t('field.region')}
        name="region"
        value={region}
        options={[{ value: '', label: news('national') }, ...provinceOptions(locale)]}
        onChange={setRegion}
      />
    </>
  )
}
