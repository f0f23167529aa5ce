import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { isChoice, type QuestionForm } from './draft-content'
import { EssayFields } from './essay-fields'
import { OptionsField } from './options-field'
import { TextArea } from './text-area'

export type PartProps = {
  form: QuestionForm
  set: (part: Partial<QuestionForm>) => void
  faultOf: (path: string) => string | undefined
}

/** What is right, in the fields of the question's type. */
export function KeyFields({ form, set, faultOf }: PartProps) {
  const t = useTranslations('bank')
  if (isChoice(form.type))
    return (
      <OptionsField
        type={form.type}
        options={form.options}
        onChange={(options) => set({ options })}
        faultAt={(index) => faultOf(`options.${index}.text`)}
        fault={faultOf('key') ?? faultOf('options')}
      />
    )
  if (form.type === 'fill')
    return (
      <TextArea label={t('blanks')} value={form.blanks} onChange={(blanks) => set({ blanks })} fault={faultOf('key')} />
    )
  if (form.type === 'essay')
    return (
      <EssayFields
        modelAnswer={form.modelAnswer}
        markingPoints={form.markingPoints}
        onModelAnswer={(modelAnswer) => set({ modelAnswer })}
        onMarkingPoints={(markingPoints) => set({ markingPoints })}
        faultOf={faultOf}
      />
    )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={t('value')}
        inputMode="decimal"
        value={form.value}
        onChange={(event) => set({ value: event.target.value })}
        fault={faultOf('key.value') ?? faultOf('key')}
      />
      <Field
        label={t('tolerance')}
        inputMode="decimal"
        value={form.tolerance}
        onChange={(event) => set({ tolerance: event.target.value })}
        fault={faultOf('key.tolerance')}
      />
    </div>
  )
}
