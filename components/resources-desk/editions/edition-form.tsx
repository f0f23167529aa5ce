'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLeaving } from '@/components/bank/workbench/use-leaving'
import { useForm } from '@/components/forms/use-form'
import { ApiError } from '@/components/http'
import type { Fields } from '@/components/resources-desk/about/resource-body'
import { DeskFailure, useDeskFaults } from '@/components/resources-desk/desk-faults'
import { Button } from '@/components/ui/button'
import { useAwake } from '@/components/ui/use-awake'
import { PartUpload } from '@/components/uploads/part-upload'
import { sizeWords } from '@/components/uploads/size-words'
import { usePartUpload } from '@/components/uploads/use-part-upload'
import type { ResourceDeskView } from '@/domain/resources/desk/output'
import { fileFormats, largestFiles } from '@/domain/resources/formats'
import { EditionFields } from './edition-fields'
import { fileFault } from './file-fault'
import { pagesIn } from './pages-in'
import { sendEdition } from './send-edition'

type EditionFormProps = { resource: ResourceDeskView; today: string; onDone: (edition: string) => Promise<void> }

const accept = fileFormats.map((format) => `.${format}`).join(',')
const fileRefusals = ['file-unknown', 'file-damaged', 'file-unsafe', 'too-large', 'parts-missing', 'not-found']

/** A file, and what is to be known of it: together they become the edition that readers get. */
export function EditionForm({ resource, today, onDone }: EditionFormProps) {
  const { id, editions } = resource
  const t = useTranslations('resourcesDesk')
  const awake = useAwake()
  const words = useDeskFaults()
  const upload = usePartUpload(id)
  const [chosenFault, setChosenFault] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const isSent = upload.state.is === 'done'
  useLeaving(upload.state.is !== 'none')
  const use = useForm({
    check: (fields) => ({
      file: upload.state.is === 'done' ? undefined : upload.state.is === 'none' ? 'required' : 'unsent',
      changes: !fields.changes?.trim() ? 'required' : undefined,
      edition: !fields.edition ? 'required' : undefined,
      licence: (fields.licence?.trim().length ?? 0) < 2 ? 'required' : undefined,
    }),
    send: async (fields) => {
      if (upload.state.is !== 'done') throw new Error('nothing has been uploaded')
      const { id: sent, file } = upload.state
      const body = { upload: sent, pages: await pagesIn(file), ...editionOf(fields) }
      return sendEdition(resource, body, file.size).catch((reason: unknown) => {
        // Another file is needed: the place to choose it comes back, and what is wrong is told there.
        if (reason instanceof ApiError && fileRefusals.includes(reason.code)) void upload.leave()
        throw reason
      })
    },
    onDone: async (edition) => {
      upload.finish()
      setOpen(false)
      await onDone(edition)
    },
    about: Object.fromEntries(fileRefusals.map((code) => [code, 'file'])),
  })
  const take = (file: File) => {
    const fault = fileFault(file)
    setChosenFault(fault)
    if (fault) return
    use.setFaults({})
    setOpen(true)
    void upload.choose(file)
  }
  const fault = chosenFault ?? use.faults.file
  return (
    <form ref={use.form} method="post" noValidate onSubmit={use.submit}>
      <fieldset disabled={!awake} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <PartUpload
          upload={upload}
          purpose={id}
          label={t(editions.length > 0 ? 'newEdition' : 'firstFile')}
          hint={t('fileHint', { papers: sizeWords(largestFiles.pdf), archives: sizeWords(largestFiles.zip) })}
          accept={accept}
          fault={words(fault)}
          onFile={take}
        />
        {isOpen && (
          <>
            <EditionFields latest={editions[0]} today={today} faults={use.faults} />
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" disabledFocusable={use.pending || !isSent}>
                {t(editions.length > 0 ? 'replace' : 'attach')}
              </Button>
              {!isSent && <span className="text-ink-3 text-meta">{t('afterUpload')}</span>}
              <DeskFailure error={use.error} />
            </div>
          </>
        )}
      </fieldset>
    </form>
  )
}

const editionOf = ({ edition = '', changes = '', licence = '', checkedOn = '' }: Fields) => ({
  edition,
  changes: changes.trim(),
  licence: licence.trim(),
  checkedOn: checkedOn || null,
})
