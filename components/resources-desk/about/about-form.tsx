'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useLeaving } from '@/components/bank/workbench/use-leaving'
import { useForm } from '@/components/forms/use-form'
import { DeskFailure } from '@/components/resources-desk/desk-faults'
import { changeResource } from '@/components/resources-desk/queries'
import { Button } from '@/components/ui/button'
import { useAwake } from '@/components/ui/use-awake'
import type { ResourceDeskView } from '@/domain/resources/desk/output'
import { AboutFields, aboutOf } from './about-fields'
import { bodyOf, type Choices, faultsIn } from './resource-body'

type AboutFormProps = { resource: ResourceDeskView; choices: Choices; onSaved: () => Promise<void> }

/** What readers are told of a resource, to be changed. */
export function AboutForm({ resource, choices, onSaved }: AboutFormProps) {
  const t = useTranslations('resourcesDesk')
  const awake = useAwake()
  const [isWritten, setWritten] = useState(false)
  const [isSaved, setSaved] = useState(false)
  useLeaving(isWritten)
  const use = useForm({
    check: (fields) => faultsIn(fields, choices),
    send: async (fields) => {
      // What is typed from here on is not in what is sent.
      setWritten(false)
      await changeResource(resource.id, bodyOf(fields, choices)).catch((reason: unknown) => {
        setWritten(true)
        throw reason
      })
    },
    onDone: async () => {
      setSaved(true)
      await onSaved()
    },
  })
  const touch = () => {
    setWritten(true)
    setSaved(false)
  }
  return (
    <form ref={use.form} method="post" noValidate onSubmit={use.submit} onInput={touch}>
      <fieldset disabled={!awake} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <AboutFields choices={choices} known={aboutOf(resource)} faults={use.faults} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="outlined" disabledFocusable={use.pending}>
            {t('save')}
          </Button>
          <span role="status" className="text-ink-2 text-small">
            {isWritten ? t('unsaved') : isSaved && t('saved')}
          </span>
          <DeskFailure error={use.error} />
        </div>
      </fieldset>
    </form>
  )
}
