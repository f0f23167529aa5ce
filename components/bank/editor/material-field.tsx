import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import type { PartProps } from './key-fields'
import { TextArea } from './text-area'

/** The text that the questions of a case share. */
export function MaterialField({ form: { material }, set, faultOf }: PartProps) {
  const t = useTranslations('bank')
  if (!material) return null
  return (
    <div className="grid gap-4">
      <Field
        label={t('materialTitle')}
        lang="zh-CN"
        value={material.title}
        onChange={(event) => set({ material: { ...material, title: event.target.value } })}
      />
      <TextArea
        label={t('material')}
        value={material.text}
        rows={8}
        pictures
        onChange={(text) => set({ material: { ...material, text } })}
        fault={faultOf('material.text')}
      />
    </div>
  )
}
