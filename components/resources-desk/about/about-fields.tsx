import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Faults } from '@/components/forms/use-form'
import { useDeskFaults } from '@/components/resources-desk/desk-faults'
import { Field, Select, TextBox } from '@/components/ui/field'
import type { ResourceChange } from '@/domain/resources/desk/input'
import type { Choices } from './resource-body'
import { TickGroup } from './tick-group'

type AboutFieldsProps = { choices: Choices; known?: Required<ResourceChange>; faults: Faults }

/** What a resource is, for whom, and about what. */
export function AboutFields({ choices, known, faults }: AboutFieldsProps) {
  const t = useTranslations('resourcesDesk')
  const words = useDeskFaults()
  const [kind, setKind] = useState<string>(known?.kind ?? choices.kinds[0]?.value ?? '')
  return (
    <>
      <Field
        label={t('field.title')}
        name="title"
        lang="zh-CN"
        maxLength={100}
        autoComplete="off"
        defaultValue={known?.title}
        fault={words(faults.title)}
      />
      <TextBox
        label={t('field.summary')}
        hint={t('field.summaryHint')}
        name="summary"
        lang="zh-CN"
        rows={3}
        maxLength={300}
        defaultValue={known?.summary}
        fault={words(faults.summary)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 sm:grid-cols-2">
        <Select label={t('column.kind')} name="kind" value={kind} options={choices.kinds} onChange={setKind} />
        <Field
          label={t('field.year')}
          note={t('field.optional')}
          name="year"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          defaultValue={known?.year ?? ''}
          fault={words(faults.year)}
        />
      </div>
      <TickGroup
        name="levels"
        legend={t('field.levels')}
        options={choices.levels}
        ticked={known?.levels ?? []}
        fault={words(faults.levels)}
      />
      <TickGroup
        name="subjects"
        legend={t('field.subjects')}
        options={choices.subjects}
        ticked={known?.subjects ?? []}
        fault={words(faults.subjects)}
      />
    </>
  )
}

/** What of a resource these fields are about. */
export const aboutOf = ({ kind, title, summary, levels, subjects, year }: Required<ResourceChange>) => ({
  ...{ kind, title, summary, levels, subjects, year },
})
