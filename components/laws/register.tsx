'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { LawsView } from '@/domain/laws/output'
import { EditionForm } from './edition-form'
import { EditionRow } from './edition-row'
import { lawsQuery } from './queries'

type RegisterProps = { initial: LawsView; exams: Record<string, string>; canChange: boolean }

/** Laws and their editions: which of them each coming sitting goes by, and how many questions rest on each. */
export function Register({ initial, exams, canChange }: RegisterProps) {
  const t = useTranslations('laws')
  const client = useQueryClient()
  const { data } = useQuery({ ...lawsQuery, initialData: initial })
  const [wanted, setWanted] = useState('')
  const [told, setTold] = useState('')
  const [adding, setAdding] = useState<string | null>(null)
  const opener = useRef<HTMLElement>(null)
  const open = (law: string, { currentTarget }: MouseEvent<HTMLElement>) => {
    opener.current = currentTarget
    setAdding(law)
  }
  const close = () => {
    setAdding(null)
    opener.current?.focus()
  }
  const changed = async (moved: number) => {
    setTold(t('saved', { count: moved }))
    await client.invalidateQueries({ queryKey: lawsQuery.queryKey })
  }
  const added = async (moved: number) => {
    close()
    await changed(moved)
  }
  const shown = data.items.filter(({ law }) => law.includes(wanted.trim()))
  return (
    <>
      <p className="max-w-[42em] py-3 text-ink-2 text-small">{t('lead')}</p>
      <div className="flex flex-wrap items-end justify-between gap-3 pb-4">
        <label className="grid min-w-0 flex-1 basis-48 gap-0.5 text-ink-3 text-meta md:max-w-72">
          {t('law')}
          <input
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            className="min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-ink text-small"
          />
        </label>
        {canChange && (
          <Button look="outlined" onClick={(event) => open('', event)}>
            {t('add')}
          </Button>
        )}
      </div>
      <p role="status" className="pb-3 text-small empty:hidden">
        {told}
      </p>
      {adding === '' && <EditionForm law="" onDone={added} onCancel={close} />}
      {shown.length === 0 && <p className="border-rule border-t py-6 text-ink-2 text-small">{t('none')}</p>}
      <ul className="border-rule border-t">
        {shown.map(({ law, editions }) => (
          <li key={law} className="border-rule border-b py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 lang="zh-CN" className="font-semibold text-small">
                《{law}》
              </h2>
              {canChange && (
                <Button look="text" className="text-small" onClick={(event) => open(law, event)}>
                  {t('add')}
                  <span className="sr-only">{law}</span>
                </Button>
              )}
            </div>
            {adding === law && <EditionForm law={law} onDone={added} onCancel={close} />}
            <ul>
              {editions.map((edition) => (
                <EditionRow
                  key={edition.edition}
                  law={law}
                  edition={edition}
                  exams={exams}
                  canChange={canChange}
                  onChanged={changed}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
