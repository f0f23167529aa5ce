import { useTranslations } from 'next-intl'
import type { Faults } from '@/components/forms/use-form'
import { useDeskFaults } from '@/components/resources-desk/desk-faults'
import type { Edition } from '@/components/resources-desk/queries'
import { Field, TextBox } from '@/components/ui/field'

/** What readers are told of an edition before which there was none; written as all study material is, in Chinese. */
const firstChanges = '首版'

type EditionFieldsProps = { latest: Edition | undefined; today: string; faults: Faults }

/** What is to be known of a file besides its bytes. */
export function EditionFields({ latest, today, faults }: EditionFieldsProps) {
  const t = useTranslations('resourcesDesk')
  const words = useDeskFaults()
  return (
    <>
      <TextBox
        label={t('field.changes')}
        hint={t('field.changesHint')}
        name="changes"
        lang="zh-CN"
        rows={2}
        maxLength={500}
        defaultValue={latest ? '' : firstChanges}
        fault={words(faults.changes)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 sm:grid-cols-2">
        <Field
          label={t('field.edition')}
          hint={t('field.editionHint')}
          name="edition"
          type="date"
          defaultValue={today}
          fault={words(faults.edition)}
        />
        <Field
          label={t('field.checkedOn')}
          note={t('field.optional')}
          hint={t('field.checkedOnHint')}
          name="checkedOn"
          type="date"
          max={today}
          fault={words(faults.checkedOn)}
        />
      </div>
      <Field
        label={t('field.licence')}
        hint={t('field.licenceHint')}
        name="licence"
        lang="zh-CN"
        maxLength={40}
        autoComplete="off"
        defaultValue={latest?.licence}
        fault={words(faults.licence)}
      />
    </>
  )
}
