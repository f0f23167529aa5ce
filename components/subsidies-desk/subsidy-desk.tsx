'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useAwake } from '@/components/ui/use-awake'
import type { SubsidyDeskList, SubsidyDeskView } from '@/domain/subsidies/output'
import { subsidyDeskQuery } from './queries'
import { SubsidyForm } from './subsidy-form'
import { SubsidyRows } from './subsidy-rows'

type SubsidyDeskProps = {
  initial: SubsidyDeskList
  levels: readonly { value: string; label: string }[]
  /** What a new subsidy begins with. */
  year: number
}

/** All subsidies, and a form above them for the one that is added or changed. */
export function SubsidyDesk({ initial, levels, year }: SubsidyDeskProps) {
  const t = useTranslations('subsidiesDesk')
  const client = useQueryClient()
  const awake = useAwake()
  const { data } = useQuery({ ...subsidyDeskQuery, initialData: initial })
  const [open, setOpen] = useState<SubsidyDeskView | 'new' | null>(null)
  const [said, setSaid] = useState('')
  const opener = useRef<HTMLElement | null>(null)
  const answer = useRef<HTMLSpanElement>(null)
  const show = (subsidy: SubsidyDeskView | 'new', from: HTMLElement) => {
    opener.current = from
    setSaid('')
    setOpen(subsidy)
  }
  const close = () => {
    setOpen(null)
    opener.current?.focus()
  }
  const renew = async (words: string) => {
    await client.invalidateQueries(subsidyDeskQuery)
    setSaid(words)
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 py-4">
        <Button disabled={!awake} aria-expanded={open === 'new'} onClick={(event) => show('new', event.currentTarget)}>
          {t('add')}
        </Button>
        <span ref={answer} role="status" tabIndex={-1} className="text-ink-2 text-small outline-none">
          {said}
        </span>
      </div>
      {open && (
        <SubsidyForm
          key={open === 'new' ? 'new' : open.id}
          known={open === 'new' ? null : open}
          {...{ levels, year }}
          onSaved={async () => {
            await renew(t('saved'))
            close()
          }}
          onCancel={close}
        />
      )}
      <SubsidyRows
        items={data.items}
        levels={levels}
        onChange={show}
        onRetired={async () => {
          await renew(t('retired'))
          answer.current?.focus()
        }}
      />
    </>
  )
}
