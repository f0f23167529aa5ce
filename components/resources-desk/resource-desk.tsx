'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { ResourceDeskView } from '@/domain/resources/desk/output'
import { AboutForm } from './about/about-form'
import type { Choices } from './about/resource-body'
import { EditionForm } from './editions/edition-form'
import { EditionList } from './editions/edition-list'
import { resourceQuery } from './queries'
import { ResourceStanding } from './resource-standing'

type ResourceDeskProps = {
  initial: ResourceDeskView
  choices: Choices
  today: string
  /** False for what is about subjects that somebody else cares for: it can be looked at. */
  canChange: boolean
}

/** A resource at the desk: where it stands, its files, and what readers are told of it. */
export function ResourceDesk({ initial, choices, today, canChange }: ResourceDeskProps) {
  const t = useTranslations('resourcesDesk')
  const client = useQueryClient()
  const query = resourceQuery(initial.id)
  const { data: resource } = useQuery({ ...query, initialData: initial })
  const [told, setTold] = useState<{ words: string } | null>(null)
  const status = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone, or does something else now: what came of it takes the focus.
  useEffect(() => {
    if (told) status.current?.focus()
  }, [told])
  const renew = () => client.invalidateQueries({ queryKey: query.queryKey })
  const tell = async (words: string) => {
    await renew()
    setTold({ words })
  }
  return (
    <>
      <ResourceStanding resource={resource} canChange={canChange} onMoved={(move) => tell(t(`move.${move}.done`))} />
      <p ref={status} role="status" tabIndex={-1} className="pt-3 text-small empty:hidden">
        {told?.words}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pt-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <section aria-labelledby="files" className="grid content-start gap-4">
          <h2 id="files" className="font-semibold">
            {t('files')}
          </h2>
          {canChange && (
            <EditionForm
              resource={resource}
              today={today}
              onDone={(edition) => tell(t('editionDone', { edition, status: resource.status }))}
            />
          )}
          <EditionList resource={resource} />
        </section>
        <section aria-labelledby="about" className="grid content-start gap-4">
          <h2 id="about" className="font-semibold">
            {t('about')}
          </h2>
          {canChange ? (
            <AboutForm resource={resource} choices={choices} onSaved={renew} />
          ) : (
            <p lang="zh-CN" className="text-small">
              {resource.summary}
            </p>
          )}
        </section>
      </div>
    </>
  )
}
