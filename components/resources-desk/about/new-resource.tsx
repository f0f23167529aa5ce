'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useLeaving } from '@/components/bank/workbench/use-leaving'
import { type Faults, useForm } from '@/components/forms/use-form'
import { DeskFailure, useDeskFaults } from '@/components/resources-desk/desk-faults'
import { createResource } from '@/components/resources-desk/queries'
import { hrefIn } from '@/components/shell/locales'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useAwake } from '@/components/ui/use-awake'
import { AboutFields } from './about-fields'
import { addressFault, suggestedAddress } from './address'
import { bodyOf, type Choices, type Fields, faultsIn } from './resource-body'

type NewResourceProps = {
  choices: Choices
  /** Addresses that lead to other material already. */
  taken: readonly string[]
}

/** A resource that is made here; it begins as a draft, and has its file on its own page. */
export function NewResource({ choices, taken }: NewResourceProps) {
  const t = useTranslations('resourcesDesk')
  const router = useRouter()
  const locale = useLocale()
  const awake = useAwake()
  const words = useDeskFaults()
  const address = useAddress(choices, taken)
  const [isWritten, setWritten] = useState(false)
  const [isSaved, setSaved] = useState(false)
  useLeaving(isWritten && !isSaved)
  const use = useForm({
    check: (fields): Faults => ({ ...faultsIn(fields, choices), id: addressFault(idIn(fields), taken) }),
    send: async (fields) => {
      const id = idIn(fields)
      await createResource({ id, ...bodyOf(fields, choices) })
      return id
    },
    onDone: (id) => {
      setSaved(true)
      router.push(hrefIn(locale, `/studio/resources/${id}`))
    },
    about: { 'id-taken': 'id' },
  })
  return (
    <form
      ref={use.form}
      method="post"
      noValidate
      onSubmit={use.submit}
      onInput={() => setWritten(true)}
      onChange={address.follow}
      className="max-w-[42rem] pt-6"
    >
      {/* Before the scripts are awake nothing could be saved: what is typed then would be lost. */}
      <fieldset disabled={!awake} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <AboutFields choices={choices} faults={use.faults} />
        <Field
          label={t('field.address')}
          hint={t('field.addressHint', { address: `/resources/${address.value}` })}
          name="id"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          value={address.value}
          onChange={(event) => address.type(event.target.value)}
          fault={words(use.faults.id)}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabledFocusable={use.pending || isSaved}>
            {t('create')}
          </Button>
          <span className="text-ink-3 text-meta">{t('createNote')}</span>
          <DeskFailure error={use.error} />
        </div>
      </fieldset>
    </form>
  )
}

const idIn = ({ id = '' }: Fields) => id.trim()

/** An address made of what was chosen, until somebody types one of their own; an empty one is suggested anew. */
function useAddress(choices: Choices, taken: readonly string[]) {
  const [suggested, setSuggested] = useState('')
  const [typed, setTyped] = useState('')
  const follow = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const fields = Object.fromEntries(
      [...new FormData(currentTarget)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    setSuggested(suggestedAddress(bodyOf(fields, choices), taken))
  }
  return { value: typed || suggested, type: setTyped, follow }
}
