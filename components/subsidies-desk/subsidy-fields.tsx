import { useLocale, useTranslations } from 'next-intl'
import type { Faults } from '@/components/forms/use-form'
import { provinceOptions } from '@/components/regions/province-options'
import { SourceFields } from '@/components/sources/source-fields'
import { Field, Tick } from '@/components/ui/field'
import type { SubsidyDeskView } from '@/domain/subsidies/output'
import { ChosenSelect } from './chosen-select'

type Options = readonly { value: string; label: string }[]
type SubsidyFieldsProps = { known: SubsidyDeskView | null; levels: Options; year: number; faults: Faults }

const kinds = ['notice', 'publicity', 'policy'] as const
const periods = ['', 'once', 'monthly'] as const

/** Where, of which year, for whom, how much, and on what that rests. */
export function SubsidyFields({ known, levels, year, faults }: SubsidyFieldsProps) {
  const t = useTranslations('subsidiesDesk')
  const news = useTranslations('news')
  const locale = useLocale()
  const words = (code: string | undefined) =>
    code ? t(t.has(`fault.${code}`) ? `fault.${code}` : 'fault.invalid') : undefined
  const list = <V extends string>(group: 'kinds' | 'periods', values: readonly V[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value || 'unsaid'}`) }))
  return (
    <>
      <ChosenSelect
        label={t('field.region')}
        name="region"
        initial={known?.region ?? ''}
        options={[{ value: '', label: news('national') }, ...provinceOptions(locale)]}
      />
      <Field
        label={t('field.place')}
        name="place"
        lang="zh-CN"
        maxLength={60}
        autoComplete="off"
        defaultValue={known?.place}
      />
      <Field
        label={t('field.year')}
        name="year"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        defaultValue={known?.year ?? year}
        fault={words(faults.year)}
      />
      <ChosenSelect
        label={t('field.level')}
        name="level"
        initial={known?.level ?? ''}
        options={[{ value: '', label: t('anyLevel') }, ...levels]}
      />
      <Field
        label={t('field.amount')}
        name="amountYuan"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        defaultValue={known?.amountYuan}
        fault={words(faults.amountYuan)}
      />
      <ChosenSelect
        label={t('field.period')}
        name="period"
        initial={known?.period ?? ''}
        options={list('periods', periods)}
      />
      <Field label={t('field.deadline')} name="deadline" type="date" defaultValue={known?.deadline ?? ''} />
      <ChosenSelect
        label={t('field.kind')}
        name="kind"
        initial={known?.kind ?? 'notice'}
        options={list('kinds', kinds)}
      />
      <div className="grid content-start">
        <Tick name="atMost" value="yes" defaultChecked={known?.atMost}>
          {t('field.atMost')}
        </Tick>
        <Tick name="verified" value="yes" defaultChecked={known?.verified}>
          {t('field.verified')}
        </Tick>
      </div>
      <div className="sm:col-span-2 lg:col-span-3">
        <SourceFields source={known?.source ?? null} fault={words(faults.sourceTitle)} />
      </div>
    </>
  )
}
