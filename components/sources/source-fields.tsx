import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import type { EventSource } from '@/domain/events/input'

type SourceFieldsProps = { source: EventSource | null; fault: string | undefined }

/** Where something comes from: title, publisher, day. */
export function SourceFields({ source, fault }: SourceFieldsProps) {
  const t = useTranslations('sources')
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-4 gap-y-3 sm:grid-cols-2">
      <legend className="pb-2 font-semibold text-small">{t('legend')}</legend>
      <div className="sm:col-span-2">
        <Field
          label={t('title')}
          name="sourceTitle"
          lang="zh-CN"
          maxLength={200}
          autoComplete="off"
          defaultValue={source?.title}
          fault={fault}
        />
      </div>
      <Field
        label={t('publisher')}
        name="sourcePublisher"
        lang="zh-CN"
        maxLength={100}
        autoComplete="off"
        defaultValue={source?.publisher}
      />
      <Field label={t('date')} name="sourceDate" type="date" defaultValue={source?.date} />
    </fieldset>
  )
}
